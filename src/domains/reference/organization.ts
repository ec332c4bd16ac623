import { date, numeric, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { envelope } from "../../catalog/envelope.ts";
import { family } from "../../catalog/family.ts";
import { open, restricted, shared } from "../../catalog/field.ts";
import { organizationUsccForm } from "../../catalog/form.ts";
import { many, one, single } from "../../catalog/relation.ts";
import { always, anyOf, clearance, own, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "./administrative-division.ts";
import { divisionLevel, organizationStatus } from "./codelists.ts";

export const organization = family(
  "Organization",
  "An organisation with a unified social credit code, in being from validFrom to validTo; a trader as a natural person, code 92, is none (法人和其他组织，不含个体工商户).",
  {
    ...envelope(),
    uscc: open(text().notNull().unique(), "Unified social credit code with its check character (统一社会信用代码, GB 32100-2015)."),
    name: open(text().notNull(), "Registered name (名称)."),
    divisionCode: open(text().notNull(), "Code of the division that the organisation belongs to (所属行政区划代码)."),
    level: open(coded(divisionLevel).notNull(), "Level of the division that the organisation serves or is registered in (层级)."),
    status: open(coded(organizationStatus).notNull().default("ACTIVE"), "Whether the organisation still exists (机构状态)."),
    parentId: open(uuid(), "Organisation above in the hierarchy (上级机构)."),
    successorId: open(uuid(), "Organisation that took over its duties (承继机构)."),
    foundedOn: open(date(), "Day on which the organisation was set up (成立日期)."),
    dissolvedOn: open(date(), "Day on which the organisation was merged or abolished (撤并日期)."),
    officeAddress: open(text(), "Office address (办公地址)."),
    phone: open(text(), "Telephone for the public (公开电话)."),
    creditContact: shared(text(), "Section in charge of credit matters and its line, for other bodies (信用工作联络处室)."),
    bankAccount: restricted(text(), "Account for payments (银行账户).", basis("政府信息公开条例", 15)),
  },
  {
    rows: always,
    restricted: anyOf(own("id"), clearance("finance", within("divisionCode"))),
    // 个体工商户 (code 92…) is a person in business: what the hub knows of one passes the gate for persons, never that of organisations.
    refusedPrefixes: { uscc: "92" },
    keys: { code: "uscc" },
    formerly: { type: "FormerIdentity", key: "organizationId", arguments: { name: "name", code: "uscc" }, begins: "validFrom", ends: "validTo" },
    order: { by: "uscc", direction: "ASC" },
    search: { title: "name", also: ["uscc"] },
    supply: {
      // Departments register bodies and firms of their own divisions: who sets them up, and the market regulator (catalogue item SC-JC-JG).
      by: clearance("department", within("divisionCode")),
      key: "uscc",
      prefix: "ORG",
      forms: { uscc: organizationUsccForm },
      periods: [["foundedOn", "dissolvedOn"]],
    },
    relations: {
      division: one(() => administrativeDivision, "divisionCode", "The division that the organisation belongs to (所属行政区划).", {
        to: "code",
        inverse: many("organizations", "The organisations of this division (本区划机构)."),
      }),
      parent: one("Organization", "parentId", "The organisation above (上级机构).", { inverse: many("children", "The organisations directly below (下级机构).") }),
      successor: one("Organization", "successorId", "The organisation that took over (承继机构).", {
        inverse: many("predecessors", "The organisations whose duties it took over (被承继机构)."),
        last: { name: "today", doc: "The organisation that has its duties today: itself, or the last of its successors (现承继机构)." },
      }),
      source: one("Organization", "sourceOrganizationId", "Body that supplied the record (数据来源单位)."),
    },
    members: {
      Government: {
        zh: "人民政府",
        doc: "The people's government of a division (人民政府).",
        fields: { governedCode: open(text().unique(), "Code of the division that it governs; absent for other kinds (治理行政区划代码).") },
        relations: {
          governs: one(() => administrativeDivision, "governedCode", "The division that it governs (治理行政区划).", {
            to: "code",
            inverse: single("government", "The people's government of the division (本级人民政府)."),
          }),
        },
      },
      Department: {
        zh: "政府部门",
        doc: "A department of a people's government (政府工作部门).",
        fields: {
          governmentId: open(uuid(), "Government that it is a department of; absent for other kinds (所属政府)."),
          duty: open(text(), "What the department is in charge of (主要职责)."),
        },
        relations: {
          government: one("Government", "governmentId", "The government that it is a department of (所属政府).", {
            inverse: many("departments", "The government's departments (工作部门)."),
          }),
        },
      },
      Institution: {
        zh: "事业单位",
        doc: "A public institution, which serves the public and holds no power of its own (事业单位).",
        fields: {
          sponsorId: open(uuid(), "Body that sponsors the institution; absent for other kinds (举办单位)."),
          purpose: open(text(), "What the institution is there for, as registered (宗旨和业务范围)."),
        },
        relations: {
          sponsor: one("Organization", "sponsorId", "The body that sponsors the institution (举办单位).", {
            inverse: many("sponsoredInstitutions", "The institutions that the body sponsors (所举办事业单位)."),
          }),
        },
      },
      Enterprise: {
        zh: "企业",
        doc: "A firm in the market register (企业).",
        fields: {
          // The market regulator must publish what it registers (企业信息公示暂行条例 6), and the legal representative's name is a registered item.
          legalRepresentative: open(text(), "Name of the legal representative as registered; absent for other kinds (法定代表人).", { basis: basis("企业信息公示暂行条例", 6) }),
          registeredCapital: open(numeric({ precision: 18, scale: 2 }), "Registered capital in 元 (注册资本)."),
          industryCode: open(text(), "Industry by letter and number of the national classification (行业代码, GB/T 4754)."),
          registeredOn: open(date(), "Day on which the firm was first registered (核准登记日期)."),
        },
      },
    },
  },
);

export const { Government: government, Department: department, Institution: institution, Enterprise: enterprise } = organization.members;
