import { boolean, text, uuid } from "drizzle-orm/pg-core";
import { audienceCodes } from "../../catalog/audience-code.ts";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { restricted, toSubject, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, is, self } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { accessEvent } from "./access-event.ts";

const security = basis("个人信息保护法", 51);
const known = basis("个人信息保护法", 45);

/** One for each person of an event. The person sees it, unless the law keeps it from the person; the auditor sees a pseudonym. */
export const accessLogEntry = entity(
  "AccessLogEntry",
  "That closed facts about one person were given to somebody (个人信息查阅记录).",
  {
    accessEventId: restricted(uuid().notNull(), "Event that it is part of (所属查阅事件).", security),
    subjectPseudonym: restricted(text().notNull(), "Pseudonym of the person, the same in every entry (当事人假名).", security),
    audience: toSubject(restricted(coded(audienceCodes).notNull(), "As whom it was asked (访问身份).", known)),
    organizationId: toSubject(restricted(uuid(), "Body that looked (查阅单位).", known)),
    purpose: toSubject(restricted(text(), "Code of the purpose that was stated (用途代码).", known)),
    coordinates: toSubject(restricted(text().array().notNull(), "Facts about the person that were given, as Type.field (被查阅信息项).", known)),
    hidden: restricted(boolean().notNull(), "Whether the law keeps it from the person (是否依法不告知).", security),
    officialId: withheld(uuid().notNull(), "Civil servant whom it is about (公务员)."),
  },
  {
    rows: anyOf(clearance("auditor"), allOf(self("officialId"), is("hidden", "false"))),
    restricted: "rows",
    plural: "accessLogEntries",
    order: { by: "recordedAt", direction: "DESC" },
    appendOnly: true,
    concerns: null, // that somebody looked is told to the person; whoever reads it reads no further fact about the person
    indexes: [["officialId", "recordedAt", "id"]],
    relations: {
      accessEvent: one(() => accessEvent, "accessEventId", "The event that it is part of (所属查阅事件).", { enforced: false, inverse: many("entries", "What it gave about each person (涉及人员).") }),
      organization: one(() => organization, "organizationId", "The body that looked (查阅单位).", { enforced: false }),
    },
  },
);
