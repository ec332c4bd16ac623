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
