import { CHECK_INS, CLAIMS } from './matrix/check-ins.js';
import { proveEveryAct } from './matrix/every-act.js';

proveEveryAct([CHECK_INS, CLAIMS]);
