import { date, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, toSubject } from "../../catalog/field.ts";
import { divisionCodeForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, granted, own, self, through, within } from "../../catalog/rule.ts";
import { official } from "../reference/official.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { responsibilityRole } from "./codelists.ts";
import { dishonestyRecord } from "./dishonesty-record.ts";
import { overOfficial } from "./over-official.ts";

const personal = basis("个人信息保护法", 34);

export const recordResponsibility = entity(
  "RecordResponsibility",
  "Who in a body answers for an act of bad faith, and in which part (失信责任人).",
  {
    ...envelope(),
    dishonestyRecordId: toSubject(conditional(uuid().notNull(), "Dishonesty record that the person answers for (所属政务失信记录).", personal)),
    officialId: toSubject(conditional(uuid().notNull(), "Civil servant who answers for it (责任人).", personal)),
    role: toSubject(conditional(coded(responsibilityRole).notNull(), "What part the person had (责任类型).", personal)),
    postTitle: toSubject(conditional(text(), "Post that the person held at the time (时任职务).", personal)),
    heldFrom: toSubject(conditional(date(), "First day of the person in that post (任职起始日期).", personal)),
    heldTo: toSubject(conditional(date(), "Last day of the person in that post; absent while it is held (任职截止日期).", personal)),
    managingOrganizationId: toSubject(conditional(uuid().notNull(), "Body that manages the person under the cadre rules (干部管理单位).", basis("公务员法", 3))),
    divisionCode: toSubject(conditional(text().notNull(), "Code of the division at which the person is managed, whose commission supervises (管理权限所在行政区划代码).", personal)),
  },
  {
    // Those who manage or supervise the person, and the person; for none of them where the record itself does not exist.
    rows: allOf(
      anyOf(clearance("personnel", own("managingOrganizationId")), clearance("supervision", within("divisionCode")), self("officialId"), granted("RecordResponsibility", "divisionCode")),
      through("dishonestyRecord", dishonestyRecord.rows),
    ),
    conditional: "rows",
    concerns: "officialId",
    plural: "recordResponsibilities",
    order: { by: "recordNo", direction: "ASC" },
    supply: { by: overOfficial, prefix: "RSP", forms: { divisionCode: divisionCodeForm }, periods: [["heldFrom", "heldTo"]] },
    relations: {
      dishonestyRecord: one(() => dishonestyRecord, "dishonestyRecordId", "The dishonesty record that the person answers for (所属政务失信记录).", {
        inverse: many("responsibilities", "Who answers for the act, as far as the asker may know (失信责任人)."),
      }),
      official: one(() => official, "officialId", "The civil servant who answers for it (责任人).", {
        inverse: many("recordResponsibilities", "Acts of bad faith of bodies that the person answers for (失信责任)."),
      }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person (干部管理单位)."),
      source,
    },
  },
);
