/**
 * Words that people use for one thing, per line a concept: two texts that name it differently still speak of the same.
 * General words of the fifteen categories only; no names. The longest word that fits counts.
 */
export const SAME_WORDS = {
  eBike: '电动自行车 电动车 电瓶车 电单车 电驴',
  bicycle: '自行车 单车',
  car: '机动车 小汽车 私家车 轿车 汽车',
  charge: '充电 充电桩 充电柜 充电棚',
  flyingWire: '飞线 私拉电线 私接电线 拉电线 乱拉线 私拉乱接',
  park: '停放 停车 乱停 乱放 停得 停着 停满',
  parkingSpace: '停车位 车位 泊位',
  block: '占道 占用 占着 挡住 挡着 堵着 堵住 堵了 占了 霸占 堵死',
  fireLane: '消防通道 消防车道 生命通道',
  stairwell: '楼道 楼梯间 楼梯 过道 走廊 楼梯口',
  clutter: '堆物 杂物 堆放 乱堆 旧家具 堆满 废品',
  leak: '漏水 水漏 渗水 跑水 漏雨 渗漏 滴水 往下漏',
  burst: '爆裂 爆管 破裂 爆了 断裂',
  clogged: '堵塞 不通 堵了 反水 外溢 往外冒 冒水 返水 溢出 满溢 倒灌 冒粪',
  sewer: '下水道 下水 污水管 排水管 污水井 化粪池 排污 污水 粪水',
  flooding: '积水 内涝 存水 淹水 水坑',
  manhole: '井盖 窨井盖 窨井 下水井盖',
  roof: '屋顶 楼顶 顶楼 顶层 房顶 屋面',
  outerWall: '外墙 墙面 墙皮 外立面 墙体',
  fallingOff: '脱落 掉落 掉下来 剥落 往下掉',
  crack: '开裂 裂缝 裂开 裂了',
  repairFund: '维修资金 维修基金 大修基金',
  road: '路面 道路 马路 柏油路',
  pothole: '坑洼 坑坑洼洼 破损 坑槽 塌陷 下沉 沉降 塌了',
  streetLamp: '路灯 照明灯 灯光 照明',
  notLit: '不亮 灭了 灯不着 没亮 漆黑 一片黑 黑灯瞎火',
  tooBright: '太亮 刺眼 晃眼 光污染',
  broken: '损坏 坏了 坏掉 故障 失灵 不能用 不好用 瘫痪 停用 停运 失修 坏',
  elevator: '电梯 升降梯 直梯',
  install: '加装 安装 增设 新增 增加 加建 设置 装上 装一部 新建 装个',
  remove:
    '拆除 拆掉 拆走 取消 撤掉 移走 清除 反对加装 反对安装 反对增设 反对建 不同意加装 不同意安装 不同意增设 不同意建 不要装',
  agree: '同意 支持 赞成',
  object: '不同意 反对 不赞成 不支持 抵制 阻拦 不肯',
  tooFew: '不足 不够 太少 缺少 缺乏 紧张 没有地方 少',
  tooMany: '太多 过多 过密',
  ramp: '坡道 无障碍通道 无障碍坡道 斜坡',
  wheelchair: '轮椅 残疾人 腿脚不便 行动不便',
  elderly: '老人 老年人 高龄 大爷 大妈 老两口 老太太',
  child: '孩子 儿童 小孩 学生 青少年 小朋友',
  canteen: '助餐 食堂 老年餐 饭堂 送餐 老年餐桌 吃饭',
  dayCare: '日间照料 照料中心 养老驿站 养老服务站',
  livingAlone: '独居 空巢 一个人住 无人照顾 没人照顾',
  poor: '低保 困难 贫困 救助 特困 补助',
  doctor: '看病 医生 就医 卫生站 卫生室 诊所 门诊 家庭医生 社区医院',
  medicine: '配药 买药 开药 取药 药品',
  propertyCompany: '物业公司 物业管理 物业服务 物业',
  unmanaged: '无主管 无物业 没有物业 没人管 无人管理 没人管理 弃管 失管 无人管',
  fee: '物业费 收费 费用 涨价 乱收费 涨了',
  garbage: '垃圾 生活垃圾 废弃物 厨余',
  notCollected:
    '没人清 无人清运 不清运 没清理 清运不及时 没人收 无人清理 没人扫 无人打扫 没人打扫 没打扫 不及时 没清运 没清',
  smell: '异味 臭味 恶臭 臭气 难闻 气味 味道 发臭 臭烘烘 熏天 臭',
  noise: '噪音 噪声 太吵 扰民 吵闹 吵得 很吵 声音大',
  tree: '树木 大树 树枝 行道树 枯树 树',
  greenery: '绿化 绿地 草坪 花坛 绿化带 绿篱',
  vegetable: '种菜 菜地 毁绿',
  dog: '遛狗 养狗 犬只 流浪狗 狗',
  streetStall: '流动摊贩 摆摊 占道经营 摊点 摊贩 地摊 出店经营',
  oilSmoke: '油烟 烧烤 炒菜味',
  bin: '垃圾桶 垃圾箱 垃圾亭 投放点 垃圾房',
  waterSupply: '停水 水压 没水 断水 自来水',
  powerSupply: '停电 断电 跳闸 没电 电压',
  gas: '燃气 煤气 天然气',
  heating: '暖气 供暖 供热 不热',
  deed: '房产证 不动产证 不动产登记 产权证 房本 办证',
  developer: '开发商 开发公司 建设单位',
  dispute: '纠纷 矛盾 争吵 吵架 争执 闹矛盾',
  illegalBuilding: '违建 违章建筑 私搭乱建 违法建设 搭建',
  neighbour: '邻居 邻里 楼上 楼下 对门',
  lawService: '法律援助 律师 法律咨询 普法 法律服务',
  fitness: '健身器材 健身设施 运动器材 体育设施 健身',
  playground: '操场 球场 篮球场 活动场地 游乐场',
  reading: '书屋 图书室 阅览室 图书馆',
  afterSchool: '托管 课后 补课 暑托 放学',
  roadWorks: '修路 施工 围挡 挖路 道路施工',
  trade: '生意 客人 客流 顾客',
  shop: '商户 店铺 门店 商家 小店 店面 门面',
  licence: '营业执照 执照 许可证 办照 办理执照 审批',
  squareDance: '广场舞 跳舞 音响',
  camera: '监控 摄像头',
  gateGuard: '门禁 大门 道闸 保安 单元门',
  crossing: '斑马线 红绿灯 信号灯 过街 人行横道',
  danger: '危险 安全隐患 隐患 不安全 出事 摔倒 摔跤 绊倒 摔伤',
} as const satisfies Record<string, string>;

export type Concept = keyof typeof SAME_WORDS;

/** A text that asks for one and a text that asks for the other speak against each other, whatever else they share. */
export const OPPOSITES: readonly (readonly [Concept, Concept])[] = [
  ['install', 'remove'],
  ['agree', 'object'],
  ['tooFew', 'tooMany'],
  ['notLit', 'tooBright'],
];

/** Concepts that say what is wrong, who suffers or where it is; the others are things, and a matter is about a thing. */
export const NO_THINGS: ReadonlySet<Concept> = new Set<Concept>([
  ...(['block', 'park', 'charge', 'leak', 'burst', 'clogged', 'flooding', 'fallingOff', 'crack', 'broken'] as const),
  ...(['notLit', 'tooBright', 'install', 'remove', 'agree', 'object', 'tooFew', 'tooMany', 'notCollected'] as const),
  ...(['smell', 'noise', 'danger', 'dispute', 'elderly', 'child', 'neighbour', 'wheelchair', 'car'] as const),
  ...(['stairwell', 'road', 'greenery', 'unmanaged', 'livingAlone', 'poor', 'pothole'] as const),
]);

/** What every report says and no matter is told apart by. */
export const FILLERS =
  '居民反映 群众反映 居民反应 业主反映 居民投诉 反映 投诉 居民 群众 业主 住户 大家 我们 我 本 该 这里 那里 希望 请求 请 恳请 建议 要求 ' +
  '盼望 盼 想 尽快 及时 有关部门 相关部门 部门 政府 社区 小区 协调 解决 处理 帮助 帮忙 一下 问题 情况 非常 严重 十分 特别 很 太 影响 生活 出行 ' +
  '日常 经常 长期 一直 总是 老是 每天 天天 最近 近期 近日 目前 现在 已经 多次 多年 好久 很久 时间 存在 造成 导致 不便 附近 周边 旁边 门口 ' +
  '里面 内 处 有 的 了 是 在 把 被 都 还 也 和 与 及 等 就 又 给 让 向 对 从 因 由于 因为 所以 ' +
  '有人 没人 无人 几个 多个 一些 许多 很多 部分 位于 左右 大约 约';

/** Words before 路, 街 or 小区 that are no name. */
export const NO_NAMES =
  '道路 马路 公路 铁路 走路 修路 堵路 让路 电路 线路 网路 半路 一路 通路 沿路 过路 水路 管路 街路 小路 大路 主路 岔路 沿街 临街 上街 逛街 步行街';
