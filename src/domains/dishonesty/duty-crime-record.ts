import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { displayBlock, onDisplay } from "../../catalog/display.ts";
import { encrypted } from "../../catalog/encrypted.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, open, restricted, toSubject, withheld } from "../../catalog/field.ts";
import { divisionCodeForm, identityNumberForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, granted, own, self, within } from "../../catalog/rule.ts";
import { official } from "../reference/official.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { sentenceKind } from "./codelists.ts";
import { disclosureBasis, mayBePublished } from "./disclosure-basis.ts";
import { catalogItem, onceUnderReview, onDisplayWhere } from "./integrity-record.ts";

const personal = basis("个人信息保护法", 34);
const sensitive = basis("个人信息保护法", 28);

/** Who judged or prosecuted in the division, who supervises there, who manages the person, and the person. */
const inCharge = anyOf(
  clearance(["court", "procuratorate"], anyOf(within("divisionCode"), own("sourceOrganizationId"))),
  clearance("supervision", within("divisionCode")),
  clearance("personnel", own("managingOrganizationId")),
  self("officialId"),
);

/**
 * The register of crimes in office (国家工作人员职务犯罪记录库) holds final judgments only. No row of it is ever the public's, whatever its dates say: to
 * everybody the register answers one question, by a whole name, a body and a year (`dutyCrimeSearch`), and that only once a provision is in force that opens it.
 */
export const dutyCrimeRecord = entity(
  "DutyCrimeRecord",
  "A final judgment for a crime that somebody committed in office, as those in charge know it (职务犯罪记录).",
  {
    ...envelope(),
    ...displayBlock(),
    ...onDisplayWhere(allOf(onDisplay, mayBePublished)),
    disclosureBasisId: open(uuid(), "Decision by which the register may answer with the record (公开依据)."),
    caseNo: toSubject(conditional(text().notNull(), "Number of the case (案号).", personal)),
    courtName: toSubject(conditional(text().notNull(), "Court that gave the judgment (审理法院).", personal)),
    judgmentDate: toSubject(conditional(date().notNull(), "Day of the judgment (裁判日期).", personal)),
    effectiveOn: toSubject(conditional(date().notNull(), "Day on which the judgment became final (生效日期).", personal)),
    charges: toSubject(conditional(text().array().notNull(), "Crimes of which the person was found guilty (罪名).", personal)),
    sentenceKind: toSubject(conditional(coded(sentenceKind).notNull(), "Principal penalty (主刑).", personal)),
    sentenceMonths: toSubject(conditional(integer(), "Length of the penalty in months; absent where it has none (刑期月数).", personal)),
    isSuspended: toSubject(conditional(boolean().notNull(), "Whether the penalty was suspended on probation (是否缓刑).", personal)),
    personName: toSubject(conditional(text().notNull(), "Name of the person who was convicted (被告人姓名).", personal)),
    postAtOffence: toSubject(conditional(text(), "Post of the person at the time of the crime (犯罪时职务).", personal)),
    organizationAtOffenceId: toSubject(conditional(uuid(), "Body that the person worked in at the time of the crime (犯罪时所在单位).", personal)),
    divisionCode: toSubject(conditional(text().notNull(), "Code of the division whose courts and commission are in charge (管辖行政区划代码).", personal)),
    officialId: toSubject(conditional(uuid(), "The civil servant, where the hub knows the person as one (公务员).", personal)),
    managingOrganizationId: toSubject(conditional(uuid(), "Body that manages the person under the cadre rules, where the hub knows the person (干部管理单位).", personal)),
    idNumber: toSubject(restricted(encrypted(), "Citizen identity number of the convicted person (公民身份号码, GB 11643-1999).", sensitive)),
    idNumberDigest: withheld(text(), "Keyed digest of the identity number, for matching (身份号码摘要)."),
  },
  {
    rows: anyOf(inCharge, granted("DutyCrimeRecord", "divisionCode")),
    conditional: "rows",
    restricted: inCharge,
    concerns: "officialId",
    order: { by: "recordNo", direction: "ASC" },
    supply: {
      by: clearance(["court", "procuratorate"], within("divisionCode")),
      prefix: "DCR",
      forms: { divisionCode: divisionCodeForm, idNumber: identityNumberForm },
      periods: [["judgmentDate", "effectiveOn"]],
      digests: { idNumberDigest: "idNumber" },
      // Who the person is among those whom others manage, the hub finds: no delivery may ask whether an identity number is known.
      decided: ["disclosureState", "displayFrom", "stoppedOn", "stopReason", "disclosureBasisId", "officialId", "managingOrganizationId"],
      fixedOnce: onceUnderReview,
    },
    relations: {
      official: one(() => official, "officialId", "The civil servant who was convicted (公务员).", {
        inverse: many("dutyCrimeRecords", "Final judgments for crimes of the person in office (职务犯罪记录)."),
      }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person (干部管理单位)."),
      organizationAtOffence: one(() => organization, "organizationAtOffenceId", "The body that the person worked in at the time of the crime (犯罪时所在单位)."),
      disclosureBasis: one(() => disclosureBasis, "disclosureBasisId", "The decision by which the register may answer with the record (公开依据)."),
      catalogItem,
      source,
    },
    indexes: [["organizationAtOffenceId", "judgmentDate"]],
  },
);
