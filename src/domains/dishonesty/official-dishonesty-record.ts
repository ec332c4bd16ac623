import { date, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { severity } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, toSubject } from "../../catalog/field.ts";
import { divisionCodeForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { anyOf, clearance, granted, own, self, within } from "../../catalog/rule.ts";
import { official } from "../reference/official.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { dishonestySource, integrityField } from "./codelists.ts";
import { dishonestyRecord } from "./dishonesty-record.ts";
import { overOfficial } from "./over-official.ts";

const personal = basis("个人信息保护法", 34);
/** A decision against a person is announced to a limited circle, not to everybody. */
const limitedCircle = basis("公职人员政务处分法", 46);

export const officialDishonestyRecord = entity(
  "OfficialDishonestyRecord",
  "A record that a civil servant broke faith, as those who manage and supervise the person know it; what of it is public is a dishonesty record of its own (公务员失信记录).",
  {
    ...envelope(),
    officialId: toSubject(conditional(uuid().notNull(), "Civil servant whom the record is about (公务员).", personal)),
    managingOrganizationId: toSubject(conditional(uuid().notNull(), "Body that manages the person under the cadre rules (干部管理单位).", basis("公务员法", 3))),
    divisionCode: toSubject(conditional(text().notNull(), "Code of the division at which the person is managed, whose commission supervises (管理权限所在行政区划代码).", personal)),
    title: toSubject(conditional(text().notNull(), "What the record is about (标题).", limitedCircle)),
    sourceKind: toSubject(conditional(coded(dishonestySource).notNull(), "What kind of decision the record rests on (失信记录来源).", limitedCircle)),
    field: toSubject(conditional(coded(integrityField).notNull(), "Field of government work that it happened in (失信领域).", limitedCircle)),
    severity: toSubject(conditional(coded(severity).notNull(), "How grave the act is (严重程度).", limitedCircle)),
    issuingOrganizationName: toSubject(conditional(text().notNull(), "Body that decided (认定单位).", limitedCircle)),
    issuedOn: toSubject(conditional(date().notNull(), "Day of the decision (认定日期).", limitedCircle)),
    servedOn: toSubject(conditional(date(), "Day on which the decision was served on the person (送达日期).", limitedCircle)),
    factSummary: toSubject(conditional(text().notNull(), "The facts in short, as served on the person (失信事实摘要).", limitedCircle)),
    // May hold what others reported: the person reads what was served (公务员法 63), not the file behind it.
    factFull: conditional(text(), "The facts in full, with what others reported (失信事实全文).", personal),
    publishedRecordId: toSubject(conditional(uuid(), "Public record of the same act; absent where no law lets it be public (公开的失信记录).", personal)),
  },
  {
    rows: anyOf(clearance("personnel", own("managingOrganizationId")), clearance("supervision", within("divisionCode")), self("officialId"), granted("OfficialDishonestyRecord", "divisionCode")),
    conditional: "rows",
    concerns: "officialId",
    order: { by: "recordNo", direction: "ASC" },
    supply: {
      by: overOfficial,
      prefix: "ODR",
      forms: { divisionCode: divisionCodeForm },
      decided: ["publishedRecordId"], // whether a law lets the act be public is decided when the public record is made
    },
    relations: {
      official: one(() => official, "officialId", "The civil servant whom the record is about (公务员).", {
        inverse: many("dishonestyRecords", "Dishonesty records about the person (公务员失信记录)."),
      }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person (干部管理单位)."),
      publishedRecord: one(() => dishonestyRecord, "publishedRecordId", "The public record of the same act (公开的失信记录)."),
      source,
    },
  },
);
