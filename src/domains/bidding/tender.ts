import { boolean, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, open, shared, toSubject } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, always, anyOf, clearance, granted, self, within } from "../../catalog/rule.ts";
import { official } from "../reference/official.ts";
import { organization } from "../reference/organization.ts";
import { project } from "../reference/project.ts";
import { procurementRegime, tenderCategory, tenderMethod, tenderStatus } from "./codelists.ts";
import { source } from "../reference/source.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3 });

export const tender = entity(
  "Tender",
  "The public process by which a project looks for a supplier: procurement or bidding (招标采购).",
  {
    ...envelope(),
    tenderNo: open(text().notNull().unique(), "Number of the tender (招标编号)."),
    title: open(text().notNull(), "Title of the tender notice (公告标题)."),
    method: open(coded(tenderMethod).notNull(), "How suppliers are chosen (采购方式)."),
    status: open(coded(tenderStatus).notNull(), "Where the tender stands (招标状态)."),
    projectId: open(uuid().notNull(), "Project that the tender is for (所属项目)."),
    tendererId: open(uuid().notNull(), "Body that tenders (招标人、采购人)."),
    divisionCode: open(text().notNull(), "Code of the division whose trading centre runs the tender (交易中心所在行政区划代码)."),
    budget: open(numeric({ precision: 18, scale: 2 }), "Published budget in 元 (预算金额)."),
    ceilingPrice: open(numeric({ precision: 18, scale: 2 }), "Published ceiling price in 元 (最高限价)."),
    noticedAt: open(moment().notNull(), "When the notice was published (公告时间)."),
    bidsDueAt: open(moment(), "Deadline for bids; the opening is planned for the same time (投标截止时间)."),
    openedAt: open(moment(), "When the opening of bids was recorded; a failed tender is never opened (开标记录时间)."),
    basePrice: open(numeric({ precision: 18, scale: 2 }), "Base price in 元, secret until the opening (标底, 招标投标法第22条).", { part: "opening" }),
    regime: open(coded(procurementRegime), "Which law governs it (适用制度)."),
    category: open(coded(tenderCategory), "Whether goods, works or services are looked for (采购品目类别)."),
    agencyUscc: open(text(), "Unified social credit code of the agency that runs it for the body (代理机构统一社会信用代码)."),
    agencyName: open(text(), "Registered name of the agency (代理机构名称)."),
    fundingSource: open(text(), "Where the money comes from (资金来源)."),
    isMandatory: open(boolean(), "Whether the law demands a tender (是否依法必须招标)."),
    planNo: shared(text(), "Number of the procurement plan on file with the finance department (采购计划备案号)."),
    responsibleOfficialId: toSubject(conditional(uuid(), "The civil servant in charge of the tender (经办负责人).", basis("个人信息保护法", 34))),
  },
  {
    rows: always,
    parts: { opening: after("openedAt") },
    conditional: anyOf(clearance(["personnel", "supervision"], within("divisionCode")), self("responsibleOfficialId"), granted("Tender", "divisionCode")),
    keys: { number: "tenderNo" },
    order: { by: "noticedAt", direction: "DESC" },
    search: { title: "title", also: ["tenderNo"] },
    supply: {
      by: clearance("tradingCentre", within("divisionCode")),
      key: "tenderNo",
      prefix: "TND",
      forms: { agencyUscc: usccForm },
      periods: [["noticedAt", "bidsDueAt"], ["bidsDueAt", "openedAt"]],
      decided: ["responsibleOfficialId"], // trading centres manage nobody: whether an identity number is known is not theirs to ask
    },
    relations: {
      project: one(() => project, "projectId", "The project that the tender is for (所属项目).", { inverse: many("tenders", "The tenders of the project (招标采购).") }),
      tenderer: one(() => organization, "tendererId", "The body that tenders (招标人).", { inverse: many("tenders", "The tenders of the body (招标采购).") }),
      agency: one(() => organization, "agencyUscc", "The agency that runs the tender (代理机构).", {
        to: "uscc",
        enforced: false,
        inverse: many("tendersAsAgency", "The tenders that it runs for others (代理项目)."),
      }),
      responsibleOfficial: one(() => official, "responsibleOfficialId", "The civil servant in charge of the tender (经办负责人).", {
        inverse: many("responsibleTenders", "The tenders that the person is in charge of (经办项目)."),
      }),
      source,
    },
  },
);
