import { addDays, chanceOf } from "../demonstration/chance.ts";
import { decisionNo, findings, type IntegrityField } from "../demonstration/dishonesty-texts.ts";
import { today } from "../demonstration/specs.ts";
import { deciderOf } from "./seed-dishonesty.ts";
import { officialAt } from "./seed-officials.ts";
import { seedTable } from "./seed-table.ts";

const titles = { DISCIPLINE: "违反工作纪律受到处分", ACCOUNTABILITY: "因履行职责不力被问责", ENFORCEMENT_DEFAULT: "未履行生效法律文书确定的义务" } as const;
const kinds = ["DISCIPLINE", "DISCIPLINE", "ACCOUNTABILITY", "ENFORCEMENT_DEFAULT"] as const;
const fields: readonly IntegrityField[] = ["PROCUREMENT", "BIDDING", "INVESTMENT", "OTHER", "OTHER"];

/** Rows of OfficialDishonestyRecord, by official: none of them has a public record, which would need a decision to publish for each. */
export const officialDishonestyRecords = seedTable(
  "official-dishonesty-records",
  [
    "officialId", "managingOrganizationId", "divisionCode", "title", "sourceKind", "field", "severity", "issuingOrganizationName", "issuedOn", "servedOn", "factSummary", "factFull", "sourceSystem", "sourceRecordNo", "documentNo",
    "documentDate", "validFrom", "sourceOrganizationId",
  ],
  {
    about: ({ sizes }) => sizes.officialRecords,
    *rows(world) {
      const share = (100 * world.sizes.officialRecords) / world.sizes.officials;
      for (const staff of world.staff) {
        for (let place = 0; place < staff.count; place += 1) {
          const recordNo = `GS-${(staff.first + place).toString().padStart(7, "0")}`;
          const chance = chanceOf(`seed/${recordNo}`);
          if (!chance.percent(share)) continue;
          const official = officialAt(world, staff, place);
          const sourceKind = chance.pick(kinds);
          const decider = deciderOf(world, { sourceKind, divisionCode: official.managing.division.code });
          const issuedOn = chance.day(official.heldFrom, addDays(today, -15));
          const facts = `${titles[sourceKind]}。${findings[sourceKind]}`;
          yield {
            officialId: official.idNumber, managingOrganizationId: official.managing.uscc, divisionCode: official.managing.division.code, title: titles[sourceKind], sourceKind,
            field: sourceKind === "ENFORCEMENT_DEFAULT" ? "OTHER" : chance.pick(fields),
            severity: chance.pick(["MINOR", "GENERAL", "GENERAL", "SERIOUS"]),
            issuingOrganizationName: decider.name, issuedOn, servedOn: addDays(issuedOn, chance.whole(1, 10)),
            factSummary: facts, factFull: `${facts}案卷演示-${chance.digits(8)}，含他人反映材料。`,
            sourceSystem: "公务员管理信息系统", sourceRecordNo: recordNo, documentNo: decisionNo(sourceKind, issuedOn.slice(0, 4), chance.whole(1, 900)), documentDate: issuedOn, validFrom: issuedOn, sourceOrganizationId: decider.uscc,
          };
        }
      }
    },
  },
);
