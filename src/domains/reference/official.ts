import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { encrypted } from "../../catalog/encrypted.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, restricted, toSubject, withheld } from "../../catalog/field.ts";
import { identityNumberForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { anyOf, granted, self } from "../../catalog/rule.ts";
import { gender } from "./codelists.ts";
import { organization } from "./organization.ts";
import { source } from "./source.ts";
import { whoManages, whoSupervises } from "./who-manages.ts";

const appointment = basis("公务员法", 3);
const personal = basis("个人信息保护法", 34);
const sensitive = basis("个人信息保护法", 28);

export const official = entity(
  "Official",
  "A civil servant as personnel bodies know the person; the public knows office-holders only (公务员).",
  {
    ...envelope(),
    name: toSubject(conditional(text().notNull(), "Name (姓名).", personal)),
    gender: toSubject(conditional(coded(gender), "Gender (性别).", personal)),
    birthYear: toSubject(conditional(integer(), "Year of birth (出生年份).", personal)),
    organizationId: toSubject(conditional(uuid().notNull(), "Body that the person works in (所在单位).", appointment)),
    managingOrganizationId: toSubject(conditional(uuid().notNull(), "Body that manages the person under the cadre rules (干部管理单位).", appointment)),
    postTitle: toSubject(conditional(text(), "Post held at present (现任职务).", appointment)),
    isLeading: toSubject(conditional(boolean().notNull().default(false), "Whether the post is a leading one (是否领导职务).", appointment)),
    birthDate: toSubject(restricted(date(), "Date of birth (出生日期).", personal)),
    idNumber: toSubject(restricted(encrypted(), "Citizen identity number (公民身份号码, GB 11643-1999).", sensitive)),
    phone: toSubject(restricted(text(), "Private telephone (联系电话).", personal)),
    homeAddress: toSubject(restricted(text(), "Home address (家庭住址).", personal)),
    ethnicity: restricted(text(), "Ethnic group (民族).", sensitive),
    politicalStatus: restricted(text(), "Political affiliation (政治面貌).", sensitive),
    idNumberDigest: withheld(text().notNull(), "Keyed digest of the identity number, for matching (身份号码摘要)."),
  },
  {
    rows: anyOf(whoManages, whoSupervises, self("id"), granted("Official", "managingOrganization.divisionCode")),
    conditional: "rows",
    concerns: "id",
    restricted: anyOf(whoManages, whoSupervises, self("id")),
    order: { by: "recordNo", direction: "ASC" },
    supply: {
      by: whoManages,
      prefix: "OFF",
      forms: { idNumber: identityNumberForm },
      digests: { idNumberDigest: "idNumber" },
      uniqueInSource: ["idNumberDigest"], // of two bodies that both say they manage a person neither learns of the other
      referredBy: "idNumber",
    },
    relations: {
      organization: one(() => organization, "organizationId", "The body that the person works in (所在单位).", {
        inverse: many("officials", "The civil servants who work here (公务员)."),
      }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person (干部管理单位).", {
        inverse: many("managedOfficials", "The civil servants whom it manages (所管干部)."),
      }),
      source,
    },
  },
);
