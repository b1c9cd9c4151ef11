import { proveEveryAct } from './matrix/every-act.js';
import { PROPOSALS } from './matrix/proposals.js';

proveEveryAct([PROPOSALS]);
