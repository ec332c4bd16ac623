import { date, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, open, toSubject } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, always, anyBody, anyOf, clearance, granted, own, self, within } from "../../catalog/rule.ts";
import { official } from "./official.ts";
import { organization } from "./organization.ts";
import { post } from "./post.ts";
import { source } from "./source.ts";

/** 政府信息公开条例 20(2): the names of the persons in charge of a body must be published. */
const responsible = { basis: basis("政府信息公开条例", 20) };

export const officeHolder = entity(
  "OfficeHolder",
  "Who holds or held a leading post of a body, as the body must publish it (领导职务任职公开信息).",
  {
    ...envelope(),
    name: open(text().notNull(), "Name of the office-holder (姓名).", responsible),
    postTitle: open(text().notNull(), "Title of the leading post (职务).", responsible),
    organizationId: open(uuid().notNull(), "Body that the post belongs to (任职单位)."),
    postId: open(uuid(), "The leading post, where the hub knows the body's posts (领导职务)."),
    heldFrom: open(date().notNull(), "First day in the post (任职日期)."),
    heldTo: open(date(), "Last day in the post; absent while it is held (离任日期)."),
    appointmentNo: open(text(), "Number of the appointment document (任命文号)."),
    officialId: toSubject(conditional(uuid(), "The civil servant behind the public fact (公务员).", basis("个人信息保护法", 34))),
  },
  {
    rows: always,
    conditional: anyOf(clearance(["personnel", "supervision"], within("organization.divisionCode")), self("officialId"), granted("OfficeHolder", "organization.divisionCode")),
    order: { by: "heldFrom", direction: "DESC" },
    supply: {
      // The body publishes who is in charge of it (政府信息公开条例 20), or the personnel body of its division does for it.
      by: anyOf(allOf(anyBody, own("organizationId")), clearance("personnel", within("organization.divisionCode"))),
      prefix: "HOL",
      periods: [["heldFrom", "heldTo"]],
      decided: ["officialId"], // who the person behind a public fact is, is found by the hub: a delivery may not ask whether an identity number is known
    },
    relations: {
      organization: one(() => organization, "organizationId", "The body that the post belongs to (任职单位).", {
        inverse: many("officeHolders", "Who holds and held its leading posts (领导任职)."),
      }),
      post: one(() => post, "postId", "The leading post that is or was held (领导职务).", {
        inverse: many("officeHolders", "Who holds and held the post, as published: who was responsible on a day (公开任职人员)."),
      }),
      official: one(() => official, "officialId", "The civil servant behind the public fact (公务员).", {
        inverse: many("officeHoldings", "Leading posts that the person held, as published (公开任职经历)."),
      }),
      source,
    },
  },
);
