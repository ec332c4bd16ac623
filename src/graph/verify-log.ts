import { GraphQLBoolean, GraphQLID, GraphQLInt, type GraphQLFieldResolver } from "graphql";
import { basis, citation } from "../catalog/basis.ts";
import { globalId } from "../plan/global-id.ts";
import { logFaultKind } from "../store/access-chain/log-fault-kind.ts";
import { mostDays, type LogVerifier } from "../store/access-chain/verify-log.ts";
import { declareClass, declareMade, type Disclosure, type FieldDeclaration, type Position } from "./declare.ts";
import { enumOf } from "./field-type.ts";
import { refusalOf } from "./reserved.ts";
import type { Asked } from "./resolvers.ts";
import { CalendarDate } from "./scalars.ts";

const reserved: Disclosure = { class: "restricted", basis: citation(basis("个人信息保护法", 51)), audiences: ["auditor"] };

/** A verification looks at every event of its days, which can be more than any other question reads. */
const units = 2_000;

const faultKinds = enumOf(logFaultKind);
const LogVerification = declareClass("LogVerification");
const LogFault = declareClass("LogFault");

const field = (name: string, doc: string, type: Position["type"], further: Partial<Position> = {}): FieldDeclaration => ({ name, type, doc, ...further, disclosure: reserved });

const faultFields: readonly FieldDeclaration[] = [
  field("day", "Day to which it belongs (日期).", () => CalendarDate),
  field("kind", "What is wrong (异常类型).", () => faultKinds),
  field("eventId", "Event at which it was found, even one that is no longer there; absent where it is about a day (查阅事件).", () => GraphQLID, { nullable: true }),
];

const verificationFields: readonly FieldDeclaration[] = [
  field("from", "First day that was verified (起始日期).", () => CalendarDate),
  field("to", "Last day that was verified (截止日期).", () => CalendarDate),
  field("events", "Events that bear a day of the range (查阅事件数).", () => GraphQLInt),
  field("sealed", "How many of them are sealed (已封存数).", () => GraphQLInt),
  field("pending", "How many of them are about to be sealed (待封存数).", () => GraphQLInt),
  field("headsChecked", "Published heads that were compared with the chain (已核对链首数).", () => GraphQLInt),
  field("isIntact", "Whether nothing is wrong (是否完整).", () => GraphQLBoolean),
  field("faultCount", "How many things are wrong (异常数).", () => GraphQLInt),
  field("firstFault", "What is wrong on the earliest day (首个异常).", () => LogFault, { nullable: true }),
];

/** The question `verifyLog`, with the types of its answer declared. */
export function verifyLogQuestion(): FieldDeclaration {
  declareMade(LogFault, "Something that is wrong with the access log (日志异常).", faultFields);
  declareMade(LogVerification, "What a verification of the access log has come to (日志核验结果).", verificationFields);
  return {
    name: "verifyLog",
    type: () => LogVerification,
    nullable: true,
    doc: "Whether the access log of a range of days is whole: each event as it was sealed, no link and no head missing or changed; for auditors (日志核验).",
    arguments: [
      { name: "from", type: () => CalendarDate, doc: "First day (起始日期)." },
      { name: "to", type: () => CalendarDate, doc: `Last day, of at most ${mostDays} (截止日期).` },
    ],
    disclosure: { ...reserved, units },
  };
}

/** What answers it, to auditors only whatever the shield does. */
export function verifyLog(verifier: Pick<LogVerifier, "verify">): GraphQLFieldResolver<unknown, Asked, Record<string, unknown>> {
  return async (_source, args, asked, info) => {
    const refusal = refusalOf(reserved, asked, info);
    if (refusal) throw refusal;
    const { firstFault, ...found } = await verifier.verify(String(args["from"]), String(args["to"]));
    return { ...found, isIntact: found.faultCount === 0, firstFault: firstFault && { ...firstFault, eventId: firstFault.eventId && globalId("AccessEvent", firstFault.eventId) } };
  };
}
