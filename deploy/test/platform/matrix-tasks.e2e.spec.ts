import { proveEveryAct } from './matrix/every-act.js';
import { CARDS, INTERVIEWS, ORDERS } from './matrix/follow-through.js';
import { TASKS } from './matrix/tasks.js';

proveEveryAct([TASKS, ORDERS, CARDS, INTERVIEWS]);
