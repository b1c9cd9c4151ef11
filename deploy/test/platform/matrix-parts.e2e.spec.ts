import { CHECK_INS, CLAIMS } from './matrix/check-ins.js';
import { proveEveryAct } from './matrix/every-act.js';
import { CARDS, INTERVIEWS, ORDERS } from './matrix/follow-through.js';
import { HANDLERS } from './matrix/handlers.js';
import { LEDGER } from './matrix/ledger.js';
import { OFFICES, POSTINGS } from './matrix/members.js';
import { PROPOSALS } from './matrix/proposals.js';
import { TASKS } from './matrix/tasks.js';

// On one platform: to start one takes longer than most of these take to be proved.
proveEveryAct([CHECK_INS, CLAIMS, TASKS, ORDERS, CARDS, INTERVIEWS, LEDGER, PROPOSALS, OFFICES, POSTINGS, HANDLERS]);
