import { bodies, projects } from "../../src/exchange/demonstration/landmarks.ts";

/** A row of the dataset tenders that the demonstration's trading centre may deliver, by its Chinese columns. */
export const tenderRow = (tenderNo: string, changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  招标编号: tenderNo, 公告标题: "试验采购", 采购方式: "公开招标", 招标状态: "已公告", 所属项目: projects.renewal.code, "招标人、采购人": bodies.countyHousing.uscc, 交易中心所在行政区划代码: "510104", 公告时间: "2026-05-01 09:00", ...changes,
});
