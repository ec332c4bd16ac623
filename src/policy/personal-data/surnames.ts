/** The most common surnames, those of Sichuan among them. */
const single = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰",
  ..."殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴卫查屈鲍覃霍翁隋甘景包柏宁柯阮桂闵丘骆鄢古蒲蓝冉晏邬代卓鲜税佘泽冷晋敬赫穆佟岑娄幸荣",
];

/** Surnames of two characters. */
const compound = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 长孙 端木 南宫 百里 呼延 轩辕 独孤".split(" ");

const singles = new Set(single);
const compounds = new Set(compound);

/** How many characters the surname has that a text begins with: 2, 1, or 0 where none does. */
export function surnameLength(text: string): 0 | 1 | 2 {
  if (compounds.has(text.slice(0, 2))) return 2;
  return singles.has(text.slice(0, 1)) ? 1 : 0;
}
