import type { Stretch } from "./folded-text.ts";
import { surnameLength } from "./surnames.ts";

const han = /^[\p{Script=Han}々〇]+$/u;

/** In which no name stands: grammar, which a given name is not made of. */
const grammar = /[的了与及或向由被将该未不应因从并等各其所这那哪们吗呢吧很已则且但若如仍皆均凡尚即内外]/;

/** How a word ends that names a body, a place or a thing. */
const bodyEnd = /(?:[局厅委会处科室部院所站队组校厂县市区乡镇街路办司社店行中心项款额费员位件类])$/;

/** What goes on after a name that is a body's. */
const bodyAfter = /^[\p{Script=Han}]{0,10}?(?:有限|股份|公司|集团|厂|合作社|事务所|商行|经营部|银行|学校|医院|学院|研究院|研究所|协会|委员会|人民政府|管理局|办公室|村委会|居委会|街道|工程|项目|中心)/u;

/** Words that begin like names, by their first two characters. */
const words = new Set(
  ("任命 任职 任期 任免 任何 任意 任务 高度 高等 高级 高校 高新 高于 高标 高效 应当 全面 曾任 曾于 曾经 方可 方能 方案 方式 方面 方向 常务 常委 常常 常态 安排 安全 安置 安装 成立 管理 管辖 管委 管网 关于 关系 关键 关注 严肃 严格 严重 白天 " +
    "江苏 江西 江河 黄河 金额 金融 金牌 石油 石化 石材 程序 程度 文件 文化 文明 文本 文书 文字 文体 项目 项下 万元 万余 钱款 田间 林业 林地 林草 水利 牛羊 路段 路面 路灯 龙头 武装 武警 夏季 温室 申请 申报 申诉 申领 周期 周边 周年 周一 周二 周三 周四 周五 周六 周日 周末 许可 许多 " +
    "何时 何种 何以 施工 施行 施教 余额 余款 余下 余名 连续 易于 易地 易发 章程 章节 阳光 包括 包含 包工 包装 包保 计划 支付 毛利 商业 商务 季度 季节 向上 向下 向社 向其 向本 向县 向市 向省 向我 向当 向有 马上 马路 时任 史料 古城 代表 代理 代为 代码 代建 代章 单位 温馨 " +
    "叶片 花费 费用 费率 国家 孙子 兰州 汤圆 陶瓷 洪水 洪涝 倪虹 平时 童年 经过 段落 雷同 雷电 武侯 孔隙 毕业 纪律 纪检 纪委 纪实 纪要 祁连 左右 左侧 辛苦 梅雨 莫名 庄严 庄园 古镇 古迹 古树 景区 景观 景点 宁夏 宁可 冷链 幸福 荣誉 荣获 晋升 晋级 敬老 敬业 童装 柏油 甘肃 甘孜 于是 于本 于当 于上 于下 于今 于去 于昨 于同 于其 " +
    "牟取 牟利 谈话 谷物 游客 游览 耿直 盛夏 盛产 苗木 苗圃 鲜活 鲜花 蓝天 蓝图 易燃 钟点 洪灾 屈指 席位 查明 查处 查实 查询 查封 查验 查阅 柳州 邢台 邱县 齐全 齐抓 岳阳 沈阳 苏州 吴江 徐州 郑州 广元 罗江 彭州 彭山 简阳 温江 康定 康复 康养 武胜 金堂 金牛 高县 江油 江安 安岳 安州 安县 叶城 石棉 石渠 雷波 马边 马尔 白玉 白马 常住 常见 常年 常规 常设 尹始 " +
    "董事 董监 顾问 顾客 卫生 卫健 莫过 陈述 陈列 张贴 张榜 张力 王府 王牌 曹操 严禁 严查 万一 万分 曲线 段长 管控 管道 管护 管线 梁桥 路桥 路基 项上 孔子 颜色 童话 包干 包村 曾以 邹平 江北 江南 江东 江边 江堤 江都 史上 郎中 温泉 温控").split(" "),
);

/** Characters that begin what follows a name of two characters rather than end one of three. */
const afterName = /[在于对为是同和以用主参出提擅违负系受收利接签按把经到至作称说曾又也都就才只则即因由从向将被与及的之履拒不未已担当兼时期下上内现原予给处等并批决要求讲召率带赴听指表会应该没有分]/;

/** Whether the given part stands for a name that is hidden: 某, 某某, 某甲, X, ×, ＊. */
const isMasked = (given: string): boolean => /^[某Xx×*○〇□]|某/u.test(given);

/** Whether exactly these characters can be the name of a person: a common surname and a given name of one or two. */
export function isName(text: string): boolean {
  const surname = surnameLength(text);
  const given = text.slice(surname);
  if (surname === 0 || given.length < 1 || given.length > 2 || !han.test(text)) return false;
  return !isMasked(given) && !grammar.test(given) && !bodyEnd.test(text) && !words.has(text.slice(0, 2));
}

/** The name that begins at a place of the text, if one does; where it ends is judged by what follows. */
export function nameFrom(text: string, from: number): Stretch | undefined {
  const lengths = surnameLength(text.slice(from)) === 2 ? [4, 3] : [3, 2];
  for (const length of lengths) {
    const name = text.slice(from, from + length);
    const isLong = length === lengths[0];
    if (isName(name) && !(isLong && afterName.test(name.at(-1)!)) && !bodyAfter.test(text.slice(from + length, from + length + 14).split(/[在于对为是将被因由向与和的主利]/)[0]!)) return { from, to: from + length };
  }
  return undefined;
}

/** The name that ends at a place of the text, if one does. */
export function nameUpTo(text: string, to: number): Stretch | undefined {
  for (const length of [4, 3, 2]) {
    const name = text.slice(Math.max(0, to - length), to);
    if (name.length === length && isName(name) && !(length < 4 && /[为是任兼及和与在于的等从向]$/.test(name))) return { from: to - length, to };
  }
  return undefined;
}
