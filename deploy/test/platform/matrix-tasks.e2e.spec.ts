import { proveEveryAct } from './matrix/every-act.js';
import { TASKS } from './matrix/tasks.js';

proveEveryAct([TASKS]);
