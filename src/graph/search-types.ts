import { registerEnumType } from "type-graphql";
import { GraphQLBoolean, GraphQLInt, GraphQLString } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import { countCap, pageSize } from "../plan/connection.ts";
import { searchCode, searchMatches, suggestions } from "../plan/search.ts";
import { declareClass, declareObject, type Argument, type FieldDeclaration, type Position } from "./declare.ts";
import { plainly, type ObjectTypes } from "./object-types.ts";

const SearchMatch = Object.fromEntries(Object.keys(searchMatches).map((code) => [code, code]));
registerEnumType(SearchMatch, { name: "SearchMatch", description: "How a row was found (匹配方式).", valuesConfig: Object.fromEntries(Object.entries(searchMatches).map(([code, description]) => [code, { description }])) });

/** The questions `search` and `suggest` with the types of their answers. */
export function searchQuestions(catalogue: Catalogue, types: ObjectTypes): FieldDeclaration[] {
  const codes = Object.fromEntries(catalogue.searchable.map((type) => [searchCode(type), searchCode(type)]));
  registerEnumType(codes, {
    name: "SearchType",
    description: "What can be searched (可检索类型).",
    valuesConfig: Object.fromEntries(catalogue.searchable.map((type) => [searchCode(type), { description: type.doc }])),
  });
  const field = (name: string, doc: string, type: Position["type"], further: Partial<Position> = {}): FieldDeclaration => ({ name, type, doc, ...further, disclosure: plainly });
  const hit = (): FieldDeclaration[] => [
    field("title", "Name or title of what was found (名称).", () => GraphQLString),
    field("type", "What it is (类型).", () => codes),
    field("matchedBy", "How it was found (匹配方式).", () => SearchMatch),
    { ...field("node", "The object itself (对象).", () => types.node), disclosure: { ...plainly, rows: 1 } },
  ];
  const [result, edge, connection, suggestion] = [declareClass("SearchResult"), declareClass("SearchResultEdge"), declareClass("SearchResultConnection"), declareClass("Suggestion")] as const;
  declareObject(result, "Something that a search has found (检索结果).", [], hit());
  declareObject(suggestion, "Something that the asker may be about to type (检索建议).", [], hit());
  declareObject(edge, "A result of a search with its cursor (检索结果条目).", [], [
    field("cursor", "Opaque place of the result in this search's order (游标).", () => GraphQLString),
    field("node", "The result (检索结果).", () => result),
  ]);
  declareObject(connection, "What a search has found, page by page, the best first (检索结果列表).", [], [
    field("nodes", "The results of the page (本页结果).", () => result, { list: true }),
    field("edges", "The results of the page with their cursors (本页条目).", () => edge, { list: true }),
    field("pageInfo", "Where the page stands (分页信息).", () => types.pageInfo),
    field("totalCount", `Results in all pages, exact up to ${countCap} (总数).`, () => GraphQLInt),
    field("totalCountIsCapped", `Whether there are more than ${countCap} results, so that totalCount stands at ${countCap} (总数是否截断).`, () => GraphQLBoolean),
  ]);
  const text: Argument = {
    name: "text",
    type: () => GraphQLString,
    doc: "What to look for, 1 to 50 characters: part of a name, a code or its beginning, pinyin, initials; one character or two letters find beginnings only (检索词).",
  };
  const of: Argument = { name: "types", type: () => codes, list: true, nullable: true, doc: "Only these types; all where it is absent (类型范围)." };
  const first = (usual: number, most: number): Argument => ({ name: "first", type: () => GraphQLInt, nullable: true, defaultValue: usual, doc: `How many, at most ${most} (数量).` });
  return [
    {
      ...field("search", "What is public by name, title, code, pinyin or initials: bodies, divisions, projects and more, but no persons (检索).", () => connection),
      arguments: [text, of, first(pageSize.usual, pageSize.most), { name: "after", type: () => GraphQLString, nullable: true, doc: "The cursor after which the page begins (起始游标)." }],
    },
    {
      ...field("suggest", "What somebody who types may be looking for, beginnings first (检索建议).", () => suggestion, { list: true }),
      arguments: [text, of, first(suggestions.usual, suggestions.most)],
    },
  ];
}
