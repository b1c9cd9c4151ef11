import { PERSONAL_DATA_PROBLEMS } from './personal-data-problems.js';
import { REPORT_PROBLEMS } from './report-problems.js';
import { SESSION_PROBLEMS } from './session-problems.js';
import { TABLE_PROBLEMS } from './table-problems.js';

/**
 * Every refusal there is: HTTP status and what the reader is told, in both languages. RFC 9457 problem details carry
 * the code as `code` and `https://haoshangliang.dev/problems/<code>` as `type`. Add here first, throw after.
 */
export const PROBLEMS = {
  malformedJson: { status: 400, zh: '请求内容不是合法的 JSON。', en: 'The body is not valid JSON.' },
  validationFailed: {
    status: 422,
    zh: '有内容不符合要求，请按提示修改。',
    en: 'Some fields need mending; see errors.',
  },
  bodyTooLarge: { status: 413, zh: '内容太大，最多 1 MB。', en: 'The body is too large; the limit is 1 MB.' },
  unsupportedMediaType: { status: 415, zh: '只接受 application/json。', en: 'Only application/json is accepted.' },
  notAuthenticated: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  wrongCredentials: { status: 401, zh: '账号或密码不对。', en: 'Wrong user name or password.' },
  notFound: { status: 404, zh: '没有这件事，或您无权查看。', en: 'There is no such thing, or you may not see it.' },
  roleNotAllowed: { status: 403, zh: '您的身份不能办这一步。', en: 'Your role may not take this step.' },
  separationOfDuties: {
    status: 403,
    zh: '经手的人不能再办这一步。',
    en: 'Who took part earlier may not take this step.',
  },
  conflictOfInterest: { status: 403, zh: '您与此事有利害关系，须回避。', en: 'You have a conflict of interest here.' },
  keyScopeMissing: { status: 403, zh: '密钥没有这项权限。', en: 'The key lacks this scope.' },
  reasonMissing: { status: 422, zh: '请写明原因。', en: 'Give a reason.' },
  evidenceMissing: { status: 422, zh: '请附上依据。', en: 'Give evidence.' },
  unknownCategory: { status: 422, zh: '没有这个分类。', en: 'There is no such category.' },
  unknownCommunity: { status: 422, zh: '没有这个社区。', en: 'There is no such community.' },
  unknownEstate: { status: 422, zh: '该社区没有这个小区。', en: 'The community has no such estate.' },
  unknownTopic: { status: 422, zh: '没有这个议题。', en: 'There is no such topic.' },
  unknownDepartment: { status: 422, zh: '没有这个单位。', en: 'There is no such department.' },
  unknownMember: { status: 422, zh: '没有这位委员。', en: 'There is no such member.' },
  unknownRoom: { status: 422, zh: '没有这个房间。', en: 'There is no such room.' },
  unknownProposal: { status: 422, zh: '没有这件提案。', en: 'There is no such proposal.' },
  unknownSession: { status: 422, zh: '没有这次协商会。', en: 'There is no such session.' },
  outsideOpeningHours: { status: 422, zh: '这段时间场地不开放。', en: 'The venue is not open all that time.' },
  bookingInThePast: { status: 422, zh: '这个时间已经过去。', en: 'That time has passed.' },
  bookingTooShort: { status: 422, zh: '至少预订十五分钟。', en: 'A booking lasts fifteen minutes at least.' },
  bookingTooLong: { status: 422, zh: '一次最多预订十二小时。', en: 'A booking lasts twelve hours at most.' },
  bookingTooFarAhead: { status: 422, zh: '最多提前一百八十天预订。', en: 'Book at most 180 days ahead.' },
  roomTaken: {
    status: 409,
    zh: '这段时间已有人预订，可改约 alternatives 所列时间，或请联络员协调。',
    en: 'The room is taken then; choose one of the alternatives, or ask a liaison officer.',
  },
  revisitCallTaken: {
    status: 409,
    zh: '同事正在给这位居民打电话，请等通话结束再办。',
    en: 'A colleague is calling this resident now; wait until the call is over.',
  },
  postingOverlaps: {
    status: 409,
    zh: '这位委员在这段时间已负责该社区，时间不能重叠。',
    en: 'The member is posted to this community at that time already; periods must not overlap.',
  },
  noSuchPosting: {
    status: 409,
    zh: '这位委员当天没有负责该社区，无从结束。',
    en: 'The member has no posting to this community that could end then.',
  },
  absenceInThePast: { status: 422, zh: '请假的日子已经过去。', en: 'These days have passed.' },
  roomClosed: { status: 409, zh: '这个房间停用了。', en: 'The room is not in use.' },
  duplicateDepartment: { status: 422, zh: '同一单位只能派一次。', en: 'A department can be named once only.' },
  idempotencyKeyMissing: {
    status: 422,
    zh: '接口密钥须带 Idempotency-Key。',
    en: 'An API key must send Idempotency-Key.',
  },
  idempotencyKeyReused: {
    status: 409,
    zh: '同一 Idempotency-Key 的内容不同。',
    en: 'This Idempotency-Key was used with another body.',
  },
  wrongState: { status: 409, zh: '现在不是办这一步的时候。', en: 'The matter is not in a state for this step.' },
  memberNotAsked: { status: 409, zh: '这次没有请您报到。', en: 'You were not asked to check in here.' },
  briefSigned: {
    status: 409,
    zh: '任务书已由双方签字，不能再改。',
    en: 'The brief was signed by both and stays as it is.',
  },
  briefChanged: {
    status: 409,
    zh: '任务书已被改写，请看过新的再签。',
    en: 'The brief was rewritten; read it again before signing.',
  },
  alreadyAnswered: { status: 409, zh: '这一步已经办过了。', en: 'This step has been taken already.' },
  notDispatched: {
    status: 409,
    zh: '这件事没有派给本单位。',
    en: 'This matter was not dispatched to your department.',
  },
  lookBackNotDue: { status: 409, zh: '回头看还没有到时间。', en: 'This look-back is not due yet.' },
  countersignMissing: {
    status: 409,
    zh: '黄哨、红哨须先由社区书记复签。',
    en: 'A yellow or red whistle needs the countersign of the community head first.',
  },
  declineNotProposed: { status: 409, zh: '没有待确认的不予受理。', en: 'No refusal waits to be confirmed.' },
  declineProposed: {
    status: 409,
    zh: '已提出不予受理，等待副组长确认。',
    en: 'A refusal waits for the deputy leader.',
  },
  objectionClosed: { status: 409, zh: '异议期已过，或已提过异议。', en: 'The time to object is over, or it was used.' },
  objectionMissing: { status: 409, zh: '没有待裁定的异议。', en: 'No objection waits for a ruling.' },
  deliberationRequired: {
    status: 409,
    zh: '涉及三个以上单位、二十户以上或红哨，须先协商再派单。',
    en: 'With three departments, twenty households or level red a session must be held before the dispatch.',
  },
  unitsNotCorrectable: { status: 409, zh: '只有 G1、G2 可以直接更正承办单位。', en: 'Units of G1 and G2 only.' },
  userNameTaken: { status: 409, zh: '这个用户名已有人用。', en: 'This user name is taken.' },
  accountChanged: {
    status: 409,
    zh: '这个账号刚被改过，请看过再改。',
    en: 'The account has been changed meanwhile; look at it again.',
  },
  routingProposed: {
    status: 409,
    zh: '这一行已有修改在等批准。',
    en: 'A change of this row waits for approval already.',
  },
  unchanged: { status: 409, zh: '与现在相同，没有改变。', en: 'Nothing would change.' },
  isMaster: { status: 409, zh: '不能并入自己，或对方已结束。', en: 'It cannot be merged there: itself, or ended.' },
  unknownWhistle: { status: 422, zh: '没有这件哨件。', en: 'There is no such whistle.' },
  notRepeatable: {
    status: 422,
    zh: '只能关联另一件在此次吹哨之前已办结的哨件；并件、不予受理、撤回的不算。',
    en: 'Only another matter that was concluded before this one was blown can be repeated.',
  },
  repeatTooLate: {
    status: 422,
    zh: '那一件办结已超过规定天数，这是一件新事。',
    en: 'It was concluded too many days before: this is a new matter.',
  },
  repeatLinked: { status: 409, zh: '已关联为重复件。', en: 'It is linked as a repeat already.' },
  attemptsMissing: {
    status: 409,
    zh: '须至少三次、隔两天、换两种方式联系过。',
    en: 'Three attempts over two days by two channels come first.',
  },
  notProactive: { status: 409, zh: '此事有诉求人，须回访本人。', en: 'A resident is behind it: ask the resident.' },
  choiceNotDue: { status: 409, zh: '未到组长研判的时候。', en: 'The group leader has nothing to choose here yet.' },
  withdrawNotProposed: { status: 409, zh: '没有待批准的撤回。', en: 'No withdrawal waits for approval.' },
  reopenClosed: { status: 409, zh: '办结超过三十天，不能再重开。', en: 'Thirty days after the conclusion are over.' },
  returnNotAllowed: { status: 409, zh: '现在不能退单。', en: 'It cannot be returned now.' },
  extensionNotAllowed: { status: 409, zh: '现在不能延期。', en: 'It cannot be extended now.' },
  notInDispute: { status: 409, zh: '没有责任争议。', en: 'There is no dispute.' },
  pauseNotAllowed: { status: 409, zh: '现在不能暂停计时。', en: 'The clock cannot be paused now.' },
  orderNotOpen: { status: 409, zh: '没有待答复的督办单。', en: 'No supervise order waits for an answer.' },
  ledgerNotAllowed: { status: 409, zh: '即办件不能挂账，或已过期限。', en: 'It may not go to the ledger.' },
  milestonesMissing: {
    status: 422,
    zh: '每六十天至少要有一个节点。',
    en: 'There must be a milestone at least every sixty days.',
  },
  unknownMilestone: { status: 409, zh: '没有这个节点。', en: 'There is no such milestone.' },
  themeAlreadyProposed: {
    status: 409,
    zh: '这个月的这一分类已经提过。',
    en: 'This category was proposed for that month already.',
  },
  rulesNotHeard: {
    status: 503,
    zh: '规则尚未送达，请稍后再试。',
    en: 'The rules have not arrived yet; try again in a moment.',
  },
  proposalNotReady: { status: 409, zh: '提案当前不能办这一步。', en: 'The proposal is not where this step is taken.' },
  promiseDateMissing: {
    status: 422,
    zh: 'B 类答复须写明将来的办结日期，其他类不写。',
    en: 'A class B reply promises a date to come; the other classes promise none.',
  },
  ...SESSION_PROBLEMS,
  ...TABLE_PROBLEMS,
  calendarGap: {
    status: 422,
    zh: '年份须相连，不能跳过中间的年份。',
    en: 'The years must be contiguous; load the one in between first.',
  },
  unknownLiaison: { status: 422, zh: '没有这位联络员。', en: 'There is no such liaison officer.' },
  qrCodeUnknown: { status: 404, zh: '没有这个二维码，请核对是否为社区张贴的码。', en: 'There is no such QR code.' },
  qrCodeRevoked: {
    status: 410,
    zh: '这个二维码已停用，请直接选社区。',
    en: 'This QR code is no longer in use; choose your community instead.',
  },
  trackingCodeTypo: {
    status: 422,
    zh: '查询码有字不对，请对照截图核对。',
    en: 'The tracking code has a wrong character; compare it with your receipt.',
  },
  unknownSubdistrict: { status: 422, zh: '没有这个街道。', en: 'There is no such subdistrict.' },
  surveyClosed: { status: 409, zh: '这次问卷现在不收答卷。', en: 'The survey takes no answers now.' },
  fileMissing: { status: 422, zh: '请选一个文件。', en: 'Choose a file.' },
  fileTooLarge: { status: 413, zh: '文件太大。', en: 'The file is too large.' },
  fileTypeNotAllowed: {
    status: 422,
    zh: '只收照片（JPEG、PNG、WebP）、PDF、Word 和 Excel 文件。',
    en: 'Only photos (JPEG, PNG, WebP), PDF, Word and Excel files are taken.',
  },
  fileTypeMismatch: {
    status: 422,
    zh: '文件内容和文件名不是同一种类型。',
    en: 'The file is of another type than its name says.',
  },
  fileUnreadable: { status: 422, zh: '照片打不开，请换一张。', en: 'The photo cannot be opened; choose another.' },
  tooManyFiles: { status: 409, zh: '文件数已到上限。', en: 'There are as many files as are allowed.' },
  fileFinal: {
    status: 409,
    zh: '文件已随内容提交，不能再删。',
    en: 'The file belongs to what was submitted; it stays.',
  },
  unknownFile: { status: 422, zh: '没有这个文件。', en: 'There is no such file.' },
  notAParty: { status: 422, zh: '协调方案里没有这一方。', en: 'The coordination plan has no such party.' },
  unknownStrategyTag: {
    status: 422,
    zh: '没有这个战略标签，或已停用。',
    en: 'There is no such strategy tag, or it is retired.',
  },
  contactNotLeft: { status: 404, zh: '来件人没有留联系方式。', en: 'The sender left no contact.' },
  unknownSubmission: { status: 422, zh: '没有这件来件。', en: 'There is no such submission.' },
  preconditionFailed: {
    status: 412,
    zh: '内容已被别人改过，请刷新后再试。',
    en: 'It was changed meanwhile; reload and try again.',
  },
  ...REPORT_PROBLEMS,
  tooManyWebhooks: { status: 409, zh: '接收地址已满一百个。', en: 'There are a hundred receivers already.' },
  channelOff: { status: 409, zh: '这种通知方式没有接通。', en: 'This channel is not connected here.' },
  tooManyTemplates: { status: 409, zh: '模板已满一百个。', en: 'There are a hundred templates already.' },
  templateExists: { status: 409, zh: '已有同名模板。', en: 'There is a template of that name already.' },
  ...PERSONAL_DATA_PROBLEMS,
  wrongCode: {
    status: 422,
    zh: '确认码不对或已过期，请重新获取。',
    en: 'The code is wrong or too old; ask for another.',
  },
  rateLimited: { status: 429, zh: '操作太频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  databaseUnavailable: {
    status: 503,
    zh: '数据库暂时连不上，请稍后再试。',
    en: 'The database cannot be reached; try again.',
  },
  temporalUnavailable: {
    status: 503,
    zh: '流程引擎暂时连不上，什么都没有改变，请稍后再试。',
    en: 'The workflow engine cannot be reached; nothing was changed; try again.',
  },
  serviceUnavailable: {
    status: 503,
    zh: '服务暂时不可用，请稍后再试。',
    en: 'The service is not available; try again.',
  },
  internalError: { status: 500, zh: '出了意外错误，已记录。', en: 'An unexpected error; it has been logged.' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that needs mending: `field` is a dotted path into the body, query or headers. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** A time that is offered instead of the one that was asked for. */
export interface TimeOffer {
  from: string;
  to: string;
}

/** RFC 9457, as every service answers it. `state` names the state the object is in, with 409. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  instance?: string;
  state?: string;
  rule?: string;
  errors?: FieldError[];
  /** With `roomTaken`: times nearby at which the room is free, the nearest first. ISO 8601. */
  alternatives?: TimeOffer[];
  /** With `revisitCallTaken`: the name of who is calling. */
  heldBy?: string;
}
