import { date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted, toSubject, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { anyOf, self } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { official } from "../reference/official.ts";
import { organization } from "../reference/organization.ts";
import { whoManages } from "../reference/who-manages.ts";
import { subjectRequestKind, subjectRequestOutcome, subjectRequestState } from "./codelists.ts";

const rights = basis("个人信息保护法", 50);

/** It exists for the person and for the body that manages the person: that somebody exercises a right is nobody else's business. */
export const subjectRequest = entity(
  "SubjectRequest",
  "That a civil servant exercises a right over the own personal information (个人信息权利请求).",
  {
    requestNo: open(text().notNull().unique(), "Number of the request (请求编号)."),
    officialId: toSubject(restricted(uuid().notNull(), "The person who asks (请求人).", rights)),
    managingOrganizationId: toSubject(restricted(uuid().notNull(), "Body that manages the person and handles the request (处理单位).", rights)),
    kind: toSubject(restricted(coded(subjectRequestKind).notNull(), "Which right is exercised (权利类型).", rights)),
    aboutType: toSubject(restricted(text().notNull(), "Type of the graph whose rows it is about (所涉数据类型).", rights)),
    aboutRow: toSubject(restricted(text(), "Identifier of the row that it is about; absent where it is about all (所涉记录).", rights)),
    statement: toSubject(restricted(text().notNull(), "What is asked for, in the person's own words (请求内容).", rights)),
    state: toSubject(restricted(coded(subjectRequestState).notNull().default("SUBMITTED"), "How far it has come (请求状态).", rights)),
    submittedOn: toSubject(restricted(date().notNull(), "Day on which it was submitted (提交日期).", rights)),
    acceptBy: toSubject(restricted(date(), "Last day on which it must be taken up (应受理日期).", rights)),
    answerBy: toSubject(restricted(date(), "Last day on which it must be answered or refused (应答复日期).", rights)),
    acceptedOn: toSubject(restricted(date(), "Day on which it was taken up (受理日期).", rights)),
    decidedOn: toSubject(restricted(date(), "Day on which it was answered, refused or withdrawn (办结日期).", rights)),
    outcome: toSubject(restricted(coded(subjectRequestOutcome), "What was done; absent until it is answered (办理结果).", rights)),
    answer: toSubject(restricted(text(), "The answer (答复内容).", rights)),
    refusalReason: toSubject(restricted(text(), "Why it was refused (拒绝理由).", rights)),
    basisCitation: toSubject(restricted(text(), "Provision on which a refusal or restriction rests (拒绝或者限制依据).", rights)),
    version: toSubject(restricted(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号).", rights)),
    handledBy: withheld(text(), "Client of the body that handled it (办理客户端)."),
  },
  {
    kept: "workflow",
    rows: anyOf(self("officialId"), whoManages),
    restricted: "rows",
    concerns: "officialId",
    keys: { requestNo: "requestNo" },
    order: { by: "requestNo", direction: "ASC" },
    relations: {
      official: one(() => official, "officialId", "The person who asks (请求人).", { inverse: many("subjectRequests", "The requests that the person has made over the own information (个人信息权利请求).") }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person and handles the request (处理单位)."),
      basis: one(() => legalBasis, "basisCitation", "The provision on which a refusal or restriction rests (拒绝或者限制依据).", { to: "citation", enforced: false }),
    },
    indexes: [["managingOrganizationId", "state"]],
  },
);
