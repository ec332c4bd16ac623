import "reflect-metadata";
import { Arg, Extensions, Field, InputType, InterfaceType, Mutation, ObjectType, Query, type ClassType } from "type-graphql";
import type { GraphQLScalarType } from "graphql";
import type { Audience } from "../catalog/audience.ts";
import type { DisclosureClass } from "../catalog/disclosure-class.ts";

/** A type that a declaration may name: a scalar, an enumeration registered with type-graphql, or a class declared here. */
export type Named = GraphQLScalarType | Record<string, string> | ClassType | typeof String | typeof Boolean;

/** A type position: the name, by function because classes refer to each other in circles, and its wrapping. */
export interface Position {
  readonly type: () => Named;
  readonly list?: boolean;
  /** For a list: "items" where its items may be null. */
  readonly nullable?: boolean | "items";
  readonly doc: string;
}

export interface Argument extends Position {
  readonly name: string;
  readonly defaultValue?: unknown;
}

/** What every field of an object says about its disclosure; the shield refuses a field without it. */
export interface Disclosure {
  readonly class: DisclosureClass;
  /** Citation of the legal basis, where there is one. */
  readonly basis?: string;
  /** Rows that the field yields at most for one parent, for the cost of a question; by its arguments where it is absent. */
  readonly rows?: number;
  /** Of a field of Mutation, or one that yields no rows but makes work: what it counts as, for the cost of a question. */
  readonly units?: number;
  /** Of a field with units: whether they are kept whole, however short the answer is. */
  readonly isKept?: boolean;
  /** Of a field of Mutation: who may ask for the change at all. Of another: who alone reads it, where no rule of the catalogue decides that. */
  readonly audiences?: readonly Audience[];
}

export interface FieldDeclaration extends Position {
  readonly name: string;
  readonly arguments?: readonly Argument[];
  readonly disclosure: Disclosure;
}

/** type-graphql's decorators are plain functions: calling them declares types without syntax that Node would have to compile. */
export function declareClass(name: string): ClassType {
  return { [name]: class {} }[name] as ClassType;
}

const wrapped = ({ type, list }: Position) => () => (list ? [type()] : type()) as ClassType;

function declareArguments(target: ClassType, name: string, args: readonly Argument[]): PropertyDescriptor {
  const prototype = target.prototype as Record<string, unknown>;
  // Only named here; what answers is attached to the built schema, in one place for all fields.
  prototype[name] = function unanswered(): never {
    throw new Error(`${target.name}.${name} has no resolver`);
  };
  args.forEach((argument, place) =>
    Arg(argument.name, wrapped(argument), {
      description: argument.doc,
      nullable: argument.nullable ?? false,
      ...(argument.defaultValue === undefined ? {} : { defaultValue: argument.defaultValue }),
    })(prototype, name, place),
  );
  return Object.getOwnPropertyDescriptor(prototype, name)!;
}

function declareField(target: ClassType, field: FieldDeclaration, made = false): void {
  const options = { description: field.doc, nullable: field.nullable ?? false };
  const decorate = Field(wrapped(field), options) as (prototype: object, key: string, descriptor?: PropertyDescriptor) => void;
  if (field.arguments?.length) decorate(target.prototype, field.name, declareArguments(target, field.name, field.arguments));
  else decorate(target.prototype, field.name);
  Extensions({ ...field.disclosure, ...(made ? { made } : {}) })(target.prototype, field.name);
}

/** Declares an object type with its fields. */
export function declareObject(target: ClassType, doc: string, interfaces: readonly ClassType[], fields: readonly FieldDeclaration[]): void {
  for (const field of fields) declareField(target, field);
  ObjectType(target.name, { description: doc, ...(interfaces.length ? { implements: [...interfaces] } : {}) })(target);
}

/** Declares an object type that no statement answers: each field holds what its resolver has put there under the field's name. */
export function declareMade(target: ClassType, doc: string, fields: readonly FieldDeclaration[]): void {
  for (const field of fields) declareField(target, field, true);
  ObjectType(target.name, { description: doc })(target);
}

/** Whether a field is one of those. */
export const isMade = ({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean => extensions["made"] === true;

/** Declares an interface with its fields; which member a value is, its `__typename` says. */
export function declareInterface(target: ClassType, doc: string, interfaces: readonly ClassType[], fields: readonly FieldDeclaration[]): void {
  for (const field of fields) declareField(target, field);
  InterfaceType(target.name, {
    description: doc,
    resolveType: (value: unknown) => (value as { __typename: string }).__typename,
    ...(interfaces.length ? { implements: [...interfaces] } : {}),
  })(target);
}

/** Declares an input type; all its fields are optional unless said otherwise. */
export function declareInput(name: string, doc: string, fields: readonly Argument[]): ClassType {
  const target = declareClass(name);
  for (const field of fields)
    Field(wrapped(field), {
      description: field.doc,
      nullable: field.nullable ?? false,
      ...(field.defaultValue === undefined ? {} : { defaultValue: field.defaultValue }),
    })(target.prototype, field.name);
  InputType(name, { description: doc })(target);
  return target;
}

/** Declares a field of Query on the class that holds them all. */
export const declareQuery = (target: ClassType, field: FieldDeclaration): void => declareRoot(Query, target, field);

/** Declares a field of Mutation on the class that holds them all. */
export const declareMutation = (target: ClassType, field: FieldDeclaration): void => declareRoot(Mutation, target, field);

function declareRoot(decorate: typeof Query, target: ClassType, field: FieldDeclaration): void {
  const descriptor = declareArguments(target, field.name, field.arguments ?? []);
  decorate(wrapped(field), { description: field.doc, nullable: field.nullable ?? false })(target.prototype, field.name, descriptor);
  Extensions({ ...field.disclosure })(target.prototype, field.name);
}
