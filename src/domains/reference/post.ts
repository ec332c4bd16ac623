import { boolean, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, shared } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, is, own } from "../../catalog/rule.ts";
import { organization } from "./organization.ts";
import { source } from "./source.ts";
import { whoManages, whoSupervises } from "./who-manages.ts";

/** 政府信息公开条例 20(2): functions, set-up and persons in charge of a body must be published; they say which leading posts it has. */
const published = { basis: basis("政府信息公开条例", 20) };

/**
 * Leading posts exist for everybody. Any other post exists only for those who manage or supervise its holder, since a post with one
 * holder is a person.
 */
export const post = entity(
  "Post",
  "A post of a body, apart from who holds it; others than leading ones exist only for those who manage or supervise the holder (职务).",
  {
    ...envelope(),
    postNo: open(text().notNull(), "Number of the post among the body's posts (职位编号)."),
    organizationId: open(uuid().notNull(), "Body that the post is in (所在单位)."),
    title: open(text().notNull(), "Title of the post (职务名称).", published),
    isLeading: open(boolean().notNull(), "Whether it is a leading post (是否领导职务)."),
    managingOrganizationId: shared(uuid(), "Body that manages appointments to the post, where the hub knows it (职务管理单位)."),
  },
  {
    rows: anyOf(is("isLeading", "true"), whoManages, whoSupervises),
    keys: { number: "postNo" },
    order: { by: "postNo", direction: "ASC" },
    supply: {
      // Who manages the post; and each body its leading posts, which it has to publish itself (政府信息公开条例 20).
      by: anyOf(whoManages, allOf(anyBody, own("organizationId"), is("isLeading", "true"))),
      prefix: "PST",
      uniqueInSource: ["postNo"],
      referredBy: "postNo", // those who name a post as an office-holder's are other bodies than the one that supplied it
    },
    relations: {
      organization: one(() => organization, "organizationId", "The body that the post is in (所在单位).", { inverse: many("posts", "The body's posts that the asker may know of (职务).") }),
      managingOrganization: one(() => organization, "managingOrganizationId", "The body that manages appointments to the post (职务管理单位).", {
        inverse: many("managedPosts", "The posts whose appointments the body manages (所管职务)."),
      }),
      source,
    },
  },
);
