import { codelist } from "../../catalog/codelist.ts";

export const tenderMethod = codelist("TenderMethod", "How suppliers are chosen (采购方式、招标方式).", {
  OPEN: { en: "Open tender", zh: "公开招标" },
  INVITED: { en: "Invited tender", zh: "邀请招标" },
  NEGOTIATION: { en: "Competitive negotiation", zh: "竞争性谈判" },
  CONSULTATION: { en: "Competitive consultation", zh: "竞争性磋商" },
  SINGLE_SOURCE: { en: "Single source", zh: "单一来源" },
  INQUIRY: { en: "Inquiry", zh: "询价" },
});

export const tenderStatus = codelist("TenderStatus", "Where a tender stands (招标状态).", {
  NOTICED: { en: "Notice published", zh: "已公告" },
  BIDDING: { en: "Bids are being received", zh: "投标中" },
  OPENED: { en: "Bids opened", zh: "已开标" },
  AWARDED: { en: "Awarded", zh: "已中标" },
  FAILED: { en: "Failed, bids stay sealed", zh: "流标" },
  CANCELLED: { en: "Cancelled", zh: "终止" },
});

export const bidStatus = codelist("BidStatus", "How a bid fared (投标状态).", {
  RECEIVED: { en: "Received", zh: "已接收" },
  QUALIFIED: { en: "Passed the qualification check", zh: "资格审查通过" },
  DISQUALIFIED: { en: "Disqualified", zh: "否决投标" },
  WON: { en: "Won", zh: "中标" },
  LOST: { en: "Lost", zh: "未中标" },
});

export const procurementRegime = codelist("ProcurementRegime", "Which law governs the way to a supplier (适用制度).", {
  PROCUREMENT: { en: "Government procurement", zh: "政府采购" },
  BIDDING: { en: "Tendering and bidding", zh: "招标投标" },
});

export const tenderCategory = codelist("TenderCategory", "What is looked for (采购品目类别).", {
  GOODS: { en: "Goods", zh: "货物" },
  WORKS: { en: "Works", zh: "工程" },
  SERVICES: { en: "Services", zh: "服务" },
});

export const lotKind = codelist("LotKind", "What a part of a tender is called (标包类型).", {
  PACKAGE: { en: "Package of a procurement", zh: "采购包" },
  SECTION: { en: "Section of a tender", zh: "标段" },
});

export const lotStatus = codelist("LotStatus", "Where a part of a tender stands (标包状态).", {
  ACTIVE: { en: "Under way", zh: "进行中" },
  AWARDED: { en: "Awarded", zh: "已中标" },
  FAILED: { en: "Failed", zh: "流标" },
  CANCELLED: { en: "Cancelled", zh: "终止" },
});

export const noticeKind = codelist("NoticeKind", "What a notice of a tender tells (公告类型).", {
  INTENT: { en: "Intention to procure", zh: "采购意向" },
  TENDER: { en: "Tender", zh: "采购公告、招标公告" },
  CHANGE: { en: "Change or clarification", zh: "更正公告" },
  CANDIDATES: { en: "Candidates to be awarded", zh: "中标候选人公示" },
  RESULT: { en: "Result", zh: "中标、成交结果公告" },
  CONTRACT: { en: "Contract", zh: "合同公告" },
  ACCEPTANCE: { en: "Acceptance", zh: "验收公告" },
  TERMINATION: { en: "Termination", zh: "终止公告" },
});

export const acceptanceResult = codelist("AcceptanceResult", "How the acceptance of a performance came out (验收结果).", {
  PASS: { en: "Passed", zh: "合格" },
  PARTIAL: { en: "Passed in part", zh: "部分合格" },
  FAIL: { en: "Failed", zh: "不合格" },
});
