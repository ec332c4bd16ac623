import { date, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, toSubject } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, granted, own, self } from "../../catalog/rule.ts";
import { official } from "./official.ts";
import { organization } from "./organization.ts";
import { post } from "./post.ts";
import { source } from "./source.ts";
import { whoManages, whoSupervises } from "./who-manages.ts";

const appointment = basis("公务员法", 3);
const personal = basis("个人信息保护法", 34);

/**
 * Who held which post when, as the personnel file says. The public fact about a leading post is OfficeHolder, an entity of its own, so
 * that no row here exists for everybody and the person behind it can stand in the main table, where the rule for the person looks.
 */
export const tenure = entity(
  "Tenure",
  "A civil servant's time in one post, leading or not, as the personnel file says; the public knows office-holders only (任职).",
  {
    ...envelope(),
    officialId: toSubject(conditional(uuid().notNull(), "The civil servant who held the post (任职人).", personal)),
    managingOrganizationId: toSubject(conditional(uuid().notNull(), "Body that manages the person and keeps the file (干部管理单位).", appointment)),
    postId: toSubject(conditional(uuid().notNull(), "Post that was held (所任职务).", appointment)),
    organizationId: toSubject(conditional(uuid().notNull(), "Body that the post was in (任职单位).", appointment)),
    postTitle: toSubject(conditional(text().notNull(), "Title of the post as in the appointment (职务名称).", appointment)),
    heldFrom: toSubject(conditional(date().notNull(), "First day in the post (任职日期).", appointment)),
    heldTo: toSubject(conditional(date(), "Last day in the post; absent while it is held (免职日期).", appointment)),
    appointmentNo: toSubject(conditional(text(), "Number of the document of appointment (任职文号).", appointment)),
  },
  {
    rows: anyOf(whoManages, whoSupervises, self("officialId"), granted("Tenure", "managingOrganization.divisionCode")),
    conditional: "rows",
    concerns: "officialId",
    order: { by: "recordNo", direction: "ASC" },
    supply: {
      // About those only whom the body itself manages: a delivery about somebody else's official must find nobody.
      by: allOf(whoManages, own("official.managingOrganizationId")),
      prefix: "TEN",
      periods: [["heldFrom", "heldTo"]],
    },
    relations: {
      official: one(() => official, "officialId", "The civil servant who held the post (任职人).", { inverse: many("tenures", "The posts that the person holds and held (任职经历).") }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages the person and keeps the file (干部管理单位).", {
        inverse: many("managedTenures", "Times in office of those whom the body manages (所管干部任职)."),
      }),
      post: one(() => post, "postId", "The post that was held, where the asker may know of it (所任职务).", { inverse: many("tenures", "Who holds and held the post, as the personnel files say (任职人员).") }),
      organization: one(() => organization, "organizationId", "The body that the post was in (任职单位).", { inverse: many("tenures", "Times in the body's posts (本单位任职).") }),
      source,
    },
  },
);
