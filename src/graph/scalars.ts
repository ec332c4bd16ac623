import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDate, GraphQLDateTimeISO } from "graphql-scalars";

const form = /^-?\d{1,24}(\.\d{1,6})?$/;

function decimal(value: unknown): string {
  if (typeof value === "string" && form.test(value)) return value;
  throw new GraphQLError("A Decimal is a string of digits with at most six decimals, such as \"1250000.00\".");
}

/** Money and other exact numbers: a string, because a JSON number loses fen beyond 2^53. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: "Decimal",
  description: "An exact decimal number as a string; money is in 元 (十进制数，金额单位为元).",
  serialize: (value) => String(value),
  parseValue: decimal,
  parseLiteral: (node: ValueNode) => decimal(node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null),
});

/** A day by the calendar of Asia/Shanghai. It travels as text, so that no time zone can move it. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  ...GraphQLDate.toConfig(),
  name: "Date",
  description: "A day as YYYY-MM-DD, by the calendar of Asia/Shanghai (日期).",
  serialize: (value) => String(value),
  parseValue: (value) => (GraphQLDate.parseValue(value), String(value)),
  parseLiteral: (node) => (GraphQLDate.parseLiteral(node, {}), node.kind === Kind.STRING ? node.value : ""),
});

/** A moment in UTC. */
export const DateTime = new GraphQLScalarType<string | Date, string>({
  ...(GraphQLDateTimeISO.toConfig() as ConstructorParameters<typeof GraphQLScalarType<string | Date, string>>[0]),
  name: "DateTime",
  description: "A moment as RFC 3339, answered in UTC to the millisecond (时间).",
  serialize: (value) => String(value),
});
