import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { holds } from "../../catalog/derivation.ts";
import { entity } from "../../catalog/entity.ts";
import { open, shared, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, is, not, own, past, through } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { channelState, publicationChannelKind } from "./codelists.ts";
import { dishonestyDisplayed, dishonestyRecord } from "./dishonesty-record.ts";

const isUp = is("state", "ONLINE");

/** Without it a withdrawal could not be shown to have reached every place (行政处罚法 48: 撤回处罚决定信息). */
export const publicationChannel = entity(
  "PublicationChannel",
  "Where else a dishonesty record is published, from when until when (公开渠道).",
  {
    dishonestyRecordId: open(uuid().notNull(), "Record that is published there (所属政务失信记录)."),
    kind: open(coded(publicationChannelKind).notNull(), "What kind of place it is (公开渠道类型)."),
    url: open(text().notNull(), "Address of the publication (网址)."),
    organizationId: open(uuid().notNull(), "Body that published it there and takes it down (发布单位)."),
    state: open(coded(channelState).notNull().default("ONLINE"), "Whether it is still up (渠道状态)."),
    publishedOn: open(date().notNull(), "Day on which it was published there (发布日期)."),
    takenDownOn: open(date(), "Day on which it was taken down; absent while it is up (下线日期)."),
    takeDownBy: open(date(), "Last day on which it must be taken down, once the display was stopped (应下线日期)."),
    mustComeDown: open(boolean(), "Whether it is up although the record is no longer on display (应下线未下线).", { derived: holds(allOf(isUp, not(through("dishonestyRecord", dishonestyDisplayed)))) }),
    isOverdue: open(boolean(), "Whether it should have been taken down by now (是否逾期).", { derived: holds(allOf(isUp, past("takeDownBy"))) }),
    version: shared(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
    recordedBy: withheld(text(), "Client that recorded it (登记客户端)."),
  },
  {
    kept: "workflow",
    // Never more visible than the record, but to the body that has to take it down once the record is no longer there for it.
    rows: anyOf(through("dishonestyRecord", dishonestyRecord.rows), allOf(anyBody, own("organizationId"))),
    order: { by: "publishedOn", direction: "DESC" },
    relations: {
      dishonestyRecord: one(() => dishonestyRecord, "dishonestyRecordId", "The record that is published there (所属政务失信记录).", { inverse: many("publicationChannels", "Where else it is published (公开渠道).") }),
      organization: one(() => organization, "organizationId", "The body that published it there (发布单位).", { inverse: many("publicationChannels", "Where the body has published dishonesty records (公开渠道).") }),
    },
    indexes: [["takeDownBy", "state"]],
  },
);
