import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isCompositeType, type GraphQLObjectType } from "graphql";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessEvents, accessLogEntries, bodies, sharingGrants } from "../src/exchange/demonstration/landmarks.ts";
import { personas, testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** What the hub says of its own rules: about fields, never about rows, and what it says is what it does. */
let hub: TestHub;
let sql: postgres.Sql;

beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

/** The committed ledger: type and field of what somebody reads. */
const coordinates = readFileSync(new URL("../schema/disclosure.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .filter(([, , cls]) => cls !== "withheld")
  .map(([type, field]) => `${type}.${field}`);
const schema = buildSchema(readFileSync(new URL("../schema/hub.graphql", import.meta.url), "utf8"));

interface Explained {
  readonly coordinate: string;
  readonly disclosureClass: string;
  readonly basis: string | null;
  readonly rule: string;
  readonly reading: string;
  readonly mayBeRead: boolean;
  readonly clearances: readonly string[];
  readonly logged: boolean;
  readonly purposeNeeded: boolean;
  readonly howToApply: string;
  readonly documentationUrl: string;
}

interface Line {
  readonly coordinate: string;
  readonly disclosureClass: string;
  readonly basis: string | null;
  readonly rule: string;
  readonly reading: string;
  readonly howToApply: string;
  readonly grants: readonly { readonly grantNo: string; readonly purpose: string; readonly validTo: string }[];
}

const everything = "coordinate disclosureClass basis rule reading mayBeRead clearances logged purposeNeeded howToApply documentationUrl";
const whyDenied = async (persona: PersonaOrPublic, coordinate: string): Promise<Explained> =>
  (await hub.ask(persona, `query ($coordinate: String!) { whyDenied(coordinate: $coordinate) { ${everything} } }`, { coordinate })).body.data!["whyDenied"] as Explained;

/** Answers about many coordinates in one question, by coordinate. */
async function askOfEach(persona: PersonaOrPublic, names: readonly string[], question: (coordinate: string) => string): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (let from = 0; from < names.length; from += 40) {
    const page = names.slice(from, from + 40);
    const { body } = await hub.ask(persona, `{ ${page.map((coordinate, place) => `c${place}: ${question(coordinate)}`).join(" ")} }`);
    expect(body.errors).toBeUndefined();
    page.forEach((coordinate, place) => found.set(coordinate, body.data![`c${place}`] as Record<string, unknown>));
  }
  return found;
}

const line = "coordinate disclosureClass basis rule reading howToApply grants { grantNo purpose validTo }";
const linesIn = (answer: Answered): readonly Line[] => (answer.body.data!["me"] as { access: readonly Line[] }).access;
const accessTo = async (persona: PersonaOrPublic, typeName: string): Promise<readonly Line[]> => linesIn(await hub.ask(persona, `query ($typeName: String) { me { access(typeName: $typeName) { ${line} } } }`, { typeName }));

describe("whyDenied", () => {
  it("tells a body what only a sharing grant opens to it, whom to ask for one, and by what", async () => {
    const told = await whyDenied("department", "Official.name");
    expect(told).toMatchObject({ coordinate: "Official.name", disclosureClass: "conditional (有条件共享)", basis: "个人信息保护法第34条", reading: "BY_GRANT", mayBeRead: false, logged: true, purposeNeeded: true });
    expect(told.clearances).toEqual(["SUBJECT", "PERSONNEL", "SUPERVISION"]);
    for (const named of ["requestSharing", "Official.name", "各级组织人事部门", "extensions.access", "限干部管理权限内的组织人事部门"]) expect(told.howToApply).toContain(named);
  });

  it("names the key that a grant has to name, and the supplier of the rows, where a relation is asked about", async () => {
    const { howToApply } = await whyDenied("department", "Organization.officials");
    for (const named of ["naming Official.organizationId,", "各级组织人事部门"]) expect(howToApply).toContain(named);
  });

  it("names every supplier of a type that several datasets carry", async () => {
    const { howToApply } = await whyDenied("department", "ViolationRecord.factFull");
    for (const named of ["各级财政部门", "招标投标行政监督部门"]) expect(howToApply).toContain(named);
  });

  it("tells who is no body that grants are not for it, and the person concerned of the own window", async () => {
    for (const persona of ["public", "enterprise", "auditor", "operator"] as const) {
      const told = await whyDenied(persona, "Official.name");
      expect(told).toMatchObject({ reading: "NO", mayBeRead: false, purposeNeeded: false });
      expect(told.howToApply).toContain("own window");
    }
    expect((await whyDenied("public", "Contract.text")).howToApply).not.toContain("own window");
  });

  it("tells whoever reads it by right that nothing is needed", async () => {
    for (const persona of ["personnel", "supervision", "subject"] as const)
      expect(await whyDenied(persona, "Official.name")).toMatchObject({ reading: "YES", mayBeRead: true, purposeNeeded: false, howToApply: "Nothing is needed." });
  });

  it("tells of what is restricted that no grant opens it", async () => {
    const told = await whyDenied("department", "Official.idNumber");
    expect(told).toMatchObject({ reading: "NO", purposeNeeded: false, logged: true });
    expect(told.howToApply).not.toContain("requestSharing");
  });

  it("tells that an open field of a row about a person is logged, and that one of another row is not", async () => {
    expect(await whyDenied("department", "Official.recordNo")).toMatchObject({ reading: "YES", logged: true });
    expect(await whyDenied("department", "Organization.name")).toMatchObject({ reading: "YES", logged: false });
  });

  it("speaks Chinese to whoever asks for it", async () => {
    const token = await hub.tokenOf("department");
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "zh-CN", authorization: `Bearer ${token!}` },
      body: JSON.stringify({ query: '{ whyDenied(coordinate: "Official.name") { howToApply } }' }),
    });
    const { data } = (await response.json()) as { data: { whyDenied: Explained } };
    expect(data.whyDenied.howToApply).toBe("请用 mutation requestSharing 申请共享授权，写明信息项 Official.name、用途和法律依据，由数据提供单位（各级组织人事部门）决定；获准后每次查询须注明用途和案件编号（extensions.access）。共享条件：限干部管理权限内的组织人事部门和有管辖权的监察机关，说明用途。");
  });

  it("leads to the field's place in the catalogue, for anybody", async () => {
    const { documentationUrl } = await whyDenied("public", "Official.idNumber");
    expect(documentationUrl).toBe("/catalogue/Official#idNumber");
    const page = await fetch(`${hub.url}${documentationUrl}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/ id="idNumber"/);
  });

  it("answers alike for what is not there and for what nobody reads", async () => {
    const answers = await Promise.all(
      ["Official.idNumberDigest", "AccessEvent.salt", "Official.nothing", "Nothing.name", "Official", "Official.name.first", ".", "", "Query.me", "Me.audience", "constructor.name"].map((coordinate) =>
        hub.ask("supervision", "query ($coordinate: String!) { whyDenied(coordinate: $coordinate) { rule } }", { coordinate }),
      ),
    );
    const said = answers.map(({ status, body }) => JSON.stringify({ status, body }).replaceAll(/"requestId":"[^"]+"/g, ""));
    expect(new Set(said).size).toBe(1);
    expect(answers[0]!.body.errors![0]).toMatchObject({ message: "The coordinate names no field; write Type.field.", extensions: { code: "BAD_USER_INPUT" } });
  });

  it("is answered however much is asked about at once: what it looks up, it looks up together", async () => {
    const closed = coordinates.filter((coordinate) => /^(Official|Tenure|Contract|Bid|Tender|ArrearsRecord)\./.test(coordinate)).slice(0, 90);
    const { body } = await hub.ask("auditor", `{ ${closed.map((coordinate, place) => `c${place}: whyDenied(coordinate: "${coordinate}") { howToApply }`).join(" ")} }`);
    expect(body.errors).toBeUndefined();
    expect(Object.values(body.data!)).toHaveLength(90);
  });

  it("and fieldPolicy say the same of every coordinate", async () => {
    const [explained, policies] = await Promise.all([
      askOfEach("department", coordinates, (coordinate) => `whyDenied(coordinate: "${coordinate}") { disclosureClass basis rule logged mayBeRead reading purposeNeeded clearances }`),
      askOfEach("public", coordinates, (coordinate) => `fieldPolicy(coordinate: "${coordinate}") { disclosureClass basisCitation rowRule audited toSubject }`),
    ]);
    for (const coordinate of coordinates) {
      const told = explained.get(coordinate)! as unknown as Explained;
      const policy = policies.get(coordinate)!;
      expect([told.disclosureClass.split(" ")[0]!.toUpperCase(), told.basis, told.rule, told.logged], coordinate).toEqual([policy["disclosureClass"], policy["basisCitation"], policy["rowRule"], policy["audited"]]);
      expect([told.reading === "YES", told.reading === "BY_GRANT"], coordinate).toEqual([told.mayBeRead, told.purposeNeeded]);
      expect(told.clearances.includes("DEPARTMENT"), coordinate).toBe(told.mayBeRead);
      expect(told.clearances.includes("PUBLIC"), coordinate).toBe(policy["disclosureClass"] === "OPEN");
      if (policy["toSubject"] === true) expect(told.clearances, coordinate).toContain("SUBJECT");
      if (told.reading === "BY_GRANT") expect(policy["disclosureClass"], coordinate).toBe("CONDITIONAL");
    }
  });
});

describe("me.access", () => {
  it("lists every coordinate once, in the order of the ledger, page by page", async () => {
    const found: string[] = [];
    for (;;) {
      const page = linesIn(await hub.ask("public", `query ($after: String) { me { access(first: 200, after: $after) { coordinate } } }`, { after: found.at(-1) ?? null }));
      found.push(...page.map(({ coordinate }) => coordinate));
      if (page.length < 200) break;
    }
    expect(found).toEqual(coordinates);
  });

  it("says what whyDenied says", async () => {
    const lines = await accessTo("department", "Official");
    const explained = await askOfEach("department", lines.map(({ coordinate }) => coordinate), (coordinate) => `whyDenied(coordinate: "${coordinate}") { ${everything} }`);
    for (const { coordinate, disclosureClass, basis, rule, reading, howToApply } of lines) {
      const told = explained.get(coordinate)! as unknown as Explained;
      expect([disclosureClass, basis, rule, reading, howToApply], coordinate).toEqual([told.disclosureClass.split(" ")[0]!.toUpperCase(), told.basis, told.rule, told.reading, told.howToApply]);
    }
  });

  const fieldsOf = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields();
  const listOf = (type: string): string => Object.values(schema.getQueryType()!.getFields()).find((field) => getNamedType(field.type).name === `${type}Connection`)!.name;
  const types = [...new Set(coordinates.map((coordinate) => coordinate.split(".")[0]!))];
  it.each(personas)("is what the hub does for %s: what is not read by right is denied, of every type, and nothing else", async (persona) => {
    for (let from = 0; from < types.length; from += 8) {
      const some = types.slice(from, from + 8);
      const rows = some.map((type) => {
        const selection = Object.values(fieldsOf(type)).map((field) => `${field.name}${isCompositeType(getNamedType(field.type)) ? " { __typename }" : ""}`);
        return `${listOf(type)}(first: 1) { nodes { ${selection.join(" ")} } }`;
      });
      const { body } = await hub.ask(persona, `{ me { ${some.map((type) => `${type}: access(typeName: "${type}") { coordinate reading }`).join(" ")} } ${rows.join(" ")} }`);
      const lines = some.flatMap((type) => (body.data!["me"] as Record<string, readonly Line[]>)[type]!);
      expect(lines.length).toBe(some.reduce((sum, type) => sum + Object.keys(fieldsOf(type)).length, 0));
      const denied = (body.errors ?? []).map(({ extensions }) => String(extensions["coordinate"]));
      expect(denied.sort()).toEqual(lines.filter(({ reading }) => reading !== "YES").map(({ coordinate }) => coordinate).sort());
    }
  });

  it("names the sharing grants in force for the asker's body that open a field, and no other", async () => {
    const { audit, suspended, expired } = sharingGrants;
    const grants = new Map((await accessTo("department", "Official")).map(({ coordinate, grants: given }) => [coordinate, given]));
    const named = [{ grantNo: audit.grantNo, purpose: "AUDIT", validTo: "2027-12-31" }];
    for (const coordinate of ["Official.name", "Official.postTitle", "Official.organizationId", "Official.organization"]) expect(grants.get(coordinate), coordinate).toEqual(named);
    for (const coordinate of ["Official.gender", "Official.birthYear", "Official.idNumber", "Official.recordNo"]) expect(grants.get(coordinate), coordinate).toEqual([]);
    expect(JSON.stringify([...grants.values()])).not.toMatch(new RegExp(`${suspended.grantNo}|${expired.grantNo}`));
    const ofBodies = new Map((await accessTo("department", "Organization")).map(({ coordinate, grants: given }) => [coordinate, given]));
    expect(ofBodies.get("Organization.officials")).toEqual(named);
    expect(ofBodies.get("Organization.managedOfficials")).toEqual([]);
    for (const persona of ["public", "finance", "enterprise", "auditor"] as const) expect((await accessTo(persona, "Official")).flatMap(({ grants: given }) => given), persona).toEqual([]);
    expect((await accessTo("otherPersonnel", "Official")).find(({ coordinate }) => coordinate === "Official.name")!.grants.map(({ grantNo }) => grantNo)).toEqual([sharingGrants.appointment.grantNo]);
  });

  it("names a grant from the question after it was given until that after it was suspended", async () => {
    const given = async () => (await accessTo("housing", "Tenure")).find(({ coordinate }) => coordinate === "Tenure.heldFrom")!.grants.map(({ purpose }) => purpose);
    expect(await given()).toEqual([]);
    const [{ id }] = await sql<[{ id: string }]>`insert into sharing_grant (grant_no, requester_id, provider_id, items, basis_citation, state, requested_on, valid_from, valid_to, fields, purpose, scope_division_code)
      values ('T-1', ${bodies.provinceHousing.id}, ${bodies.countyPersonnel.id}, '{Tenure}', '公务员法', 'ACTIVE', '2026-01-01', hub_today(), hub_today(), '{Tenure.heldFrom}', 'TESTED', '510104') returning id`;
    expect(await given()).toEqual(["TESTED"]);
    await sql`update sharing_grant set state = 'SUSPENDED' where id = ${id}`;
    expect(await given()).toEqual([]);
  });

  it("is of rules and leaves no trace in the access log", async () => {
    const count = async () => (await sql<[{ n: number }]>`select count(*)::int n from access_event`)[0].n;
    const before = await count();
    await accessTo("department", "Official");
    await whyDenied("department", "Official.name");
    expect(await count()).toBe(before);
  });

  it.each([
    ["typeName: \"Nothing\"", "BAD_USER_INPUT"],
    ["first: -1", "BAD_USER_INPUT"],
    ["first: 201", "LIMIT_EXCEEDED"],
    ["after: \"Official.nothing\"", "BAD_USER_INPUT"],
    ["after: \"Official.idNumberDigest\"", "BAD_USER_INPUT"],
    ["typeName: \"Official\", after: \"Tenure.heldFrom\"", "BAD_USER_INPUT"],
  ])("refuses (%s)", async (given, code) => {
    const { body } = await hub.ask("department", `{ me { access(${given}) { coordinate } } }`);
    expect(body.errors!.map(({ extensions }) => extensions["code"])).toEqual([code]);
    expect(JSON.stringify(body.errors)).not.toContain("idNumberDigest");
  });
});

describe("me.accessLog", () => {
  /** Before the tests, so that what they ask is not in it. */
  const range = 'where: { recordedAt: { gte: "2026-11-01T00:00:00Z", lt: "2026-11-21T00:00:00Z" } }';
  const log = (of: string): string => `{ me { accessLog(${of}) { totalCount nodes { id recordedAt audience purpose coordinates organization { name } } edges { cursor } pageInfo { endCursor } } } }`;
  const logOf = (answer: Answered) => (answer.body.data!["me"] as { accessLog: { totalCount: number; nodes: Record<string, unknown>[]; edges: { cursor: string }[] } }).accessLog;

  it("tells a person who was given what about the person, and neither lists nor counts what the law keeps from the person", async () => {
    const answer = await hub.ask("subject", log(range));
    expect(answer.body.errors).toBeUndefined();
    expect(logOf(answer)).toMatchObject({
      totalCount: 1,
      nodes: [{ id: `AccessLogEntry_${accessLogEntries.subject.id}`, audience: "PERSONNEL", purpose: "APPOINTMENT", organization: { name: "成都市锦江区人力资源和社会保障局" } }],
    });
    expect(answer.text).not.toContain(accessLogEntries.subjectHidden.id);
    const hidden = await hub.ask("subject", `{ node(id: "AccessLogEntry_${accessLogEntries.subjectHidden.id}") { id } accessEvent(id: "AccessEvent_${accessEvents.investigation.id}") { id } }`);
    expect(hidden.body.data).toEqual({ node: null, accessEvent: null });
  });

  it("does not tell the person by which event, under which pseudonym and whether hidden", async () => {
    const { body } = await hub.ask("subject", `{ me { accessLog(${range}) { nodes { accessEventId subjectPseudonym hidden accessEvent { caseNo } } } } }`);
    expect(body.errors!.map(({ extensions }) => extensions["coordinate"])).toEqual(["accessEventId", "subjectPseudonym", "hidden", "accessEvent"].map((field) => `AccessLogEntry.${field}`));
    expect(body.data).toEqual({ me: { accessLog: { nodes: [{ accessEventId: null, subjectPseudonym: null, hidden: null, accessEvent: null }] } } });
  });

  it.each(personas.filter((persona) => persona !== "subject"))("is empty for %s", async (persona) => {
    const { body } = await hub.ask(persona, `{ me { accessLog { totalCount nodes { id } } } }`);
    expect(body).toEqual({ data: { me: { accessLog: { totalCount: 0, nodes: [] } } } });
  });

  it("takes the arguments of a list, and cursors of its own only", async () => {
    const [{ cursor } = { cursor: "" }] = logOf(await hub.ask("subject", log(range))).edges;
    expect(logOf(await hub.ask("subject", log(`${range}, after: "${cursor}"`)))).toMatchObject({ totalCount: 1, nodes: [] });
    expect(logOf(await hub.ask("subject", log(`first: 5, orderBy: { field: RECORDED_AT, direction: ASC }, updatedAfter: "2026-11-01T00:00:00Z"`))).nodes[0]).toMatchObject({ purpose: "APPOINTMENT" });
    const foreign = await hub.ask("subject", `{ accessLogEntries(${range}, after: "${cursor}") { totalCount nodes { id } } }`);
    expect(foreign.body.errors![0]!.extensions["code"]).toBe("BAD_USER_INPUT");
    const tooMany = await hub.ask("subject", "{ me { accessLog(first: 201) { totalCount } } }");
    expect(tooMany.body.errors![0]!.extensions["code"]).toBe("LIMIT_EXCEEDED");
  });

  it("grows by what is asked about the person while the person looks on", async () => {
    const count = async () => logOf(await hub.ask("subject", log("first: 100"))).totalCount;
    const before = await count();
    await hub.ask("personnel", "query Appraisal { officials(first: 100) { nodes { name } } }", {}, { extensions: { access: { purpose: "APPRAISAL", caseNo: "锦人社〔2026〕40号" } } });
    expect(await count()).toBe(before + 1);
    const pseudonyms = await sql`select distinct subject_pseudonym from access_log_entry n join access_log_entry k using (subject_pseudonym) where k.id = ${accessLogEntries.subject.id} and n.id <> k.id and n.recorded_at > '2026-11-21'`;
    expect(pseudonyms).toHaveLength(1);
  });
});
