import { describe, expect, it } from "vitest";
import { machines } from "../../src/domains/commands.ts";
import { collectionMachine } from "../../src/domains/dishonesty/collection-machine.ts";
import { dishonestyDisclosureMachine } from "../../src/domains/dishonesty/dishonesty-disclosure-machine.ts";
import { sharingGrantMachine } from "../../src/domains/access/sharing-grant-machine.ts";
import { eventName, fieldName, stateName } from "../../src/workflow/chinese-names.ts";
import type { Machine } from "../../src/workflow/machine.ts";
import { turnsOf } from "../../src/workflow/turn.ts";
import { faultsOf, userErrorsOf } from "../../src/workflow/user-errors-of.ts";
import type { Outcome } from "../../src/workflow/workflow.ts";

const said = (machine: Machine, event: string, outcome: Outcome) => userErrorsOf(machine, event, outcome).map(({ words }) => words);

describe("Why a change was not made is told to an official in Chinese by the terms of the law, with the name to be written beside them:", () => {
  it("a state that does not allow it, and what it allows", () => {
    expect(said(collectionMachine, "verifyDishonestyAtCity", { outcome: "state", state: "REPORTED", possible: ["verifyDishonestyAtCounty", "returnDishonesty"] })).toEqual([
      {
        en: "verifyDishonestyAtCity is not possible in the state REPORTED; possible are: verifyDishonestyAtCounty, returnDishonesty.",
        zh: "状态为“已上报”（REPORTED）时不能办理“市级核实并上报省级”（verifyDishonestyAtCity）；可办理：“县级核实并上报市级”（verifyDishonestyAtCounty）、“退回”（returnDishonesty）。",
      },
    ]);
  });
  it("whose turn it is", () => {
    expect(said(collectionMachine, "verifyDishonestyAtCity", { outcome: "notAllowed", turns: turnsOf(collectionMachine, "verifyDishonestyAtCity"), stands: null })[0]!.zh).toBe(
      "当前访问者无权对该对象办理“市级核实并上报省级”（verifyDishonestyAtCity），该事项的办理者：“管辖行政区划代码”（divisionCode）所属市级的信用牵头部门。",
    );
  });
  it("what must not be empty, and what a value must be", () => {
    expect(faultsOf(collectionMachine.type, ["title", "reason"], { title: " " }).map(({ words }) => words.zh)).toEqual(["“标题”（title）不能为空。", "须说明理由。"]);
    expect(said(sharingGrantMachine, "requestSharing", { outcome: "invalid", failed: [["validTo", 0]] })[0]!.zh).toBe("“失效日期”（validTo）不得早于“生效日期”（validFrom）。");
  });
  it("a path through a relation, and what has no term", () => {
    expect([fieldName(collectionMachine.type, "subjectOrganization.divisionCode"), fieldName(collectionMachine.type, "nothing")]).toEqual(["“失信主体机构的所属行政区划代码”（subjectOrganization.divisionCode）", "nothing"]);
  });
});

describe("Of each workflow", () => {
  it.each(machines.map((each) => [each.type.name, each] as const))("%s every event and every coded state has a Chinese name", (_name, machine) => {
    for (const event of Object.keys(machine.transitions)) expect(eventName(machine, event)).toMatch(new RegExp(`^“[\\p{Script=Han}、]+”（${event}）$`, "u"));
    if ("field" in machine.state) for (const state of machine.states) expect(stateName(machine, state)).toMatch(/^“.*\p{Script=Han}.*”（[A-Z_]+）$/u);
  });
});

describe("Who has taken the step before is told by whom the next one can be taken:", () => {
  it("by another client, where he alone is barred, since his body may be the only one in charge", () => {
    expect(said(dishonestyDisclosureMachine, "publishDishonesty", { outcome: "self" })).toEqual([
      {
        en: "Nobody decides on what his own client has asked for: publishDishonesty is for another client, which may be of the same body.",
        zh: "不得审批本客户端提交的事项：“公示政务失信记录”（publishDishonesty）须由另一客户端办理，可以是同一单位的。",
      },
    ]);
  });
  it("by another body, where his body is barred as well", () => {
    expect(said(sharingGrantMachine, "grantSharing", { outcome: "self" })[0]).toEqual({
      en: "Nobody decides on what his own client or body has asked for: grantSharing is for another body.",
      zh: "不得审批本客户端或本单位提交的事项：“授权共享”（grantSharing）须由其他单位办理。",
    });
  });
});
