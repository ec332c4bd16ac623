import { codelist } from "../../catalog/codelist.ts";

export const divisionLevel = codelist("DivisionLevel", "Levels of administrative divisions (行政区划层级).", {
  PROVINCE: { en: "Province", zh: "省" },
  PREFECTURE: { en: "Prefecture-level city or autonomous prefecture", zh: "市（州）" },
  COUNTY: { en: "County, city or district", zh: "县（市、区）" },
  TOWNSHIP: { en: "Township, town or subdistrict", zh: "乡镇（街道）" },
});

export const organizationStatus = codelist("OrganizationStatus", "Whether an organisation still exists (机构状态).", {
  ACTIVE: { en: "Active", zh: "存续" },
  MERGED: { en: "Merged into another", zh: "合并" },
  ABOLISHED: { en: "Abolished", zh: "撤销" },
});

export const gender = codelist("Gender", "Gender as registered (性别, GB/T 2261.1).", {
  MALE: { en: "Male", zh: "男" },
  FEMALE: { en: "Female", zh: "女" },
});

export const projectKind = codelist("ProjectKind", "What a project is mainly about (项目类型).", {
  PROCUREMENT: { en: "Government procurement", zh: "政府采购" },
  PPP: { en: "Public-private partnership", zh: "政府和社会资本合作" },
  CONSTRUCTION: { en: "Construction", zh: "工程建设" },
  INVESTMENT: { en: "Investment promotion", zh: "招商引资" },
});

export const projectStage = codelist("ProjectStage", "How far a project has come (项目阶段).", {
  PLANNED: { en: "Planned", zh: "立项" },
  TENDERING: { en: "Tendering", zh: "招标采购" },
  UNDER_WAY: { en: "Under way", zh: "实施" },
  COMPLETED: { en: "Completed", zh: "完成" },
  CANCELLED: { en: "Cancelled", zh: "取消" },
});
