import { proveEveryAct } from './matrix/every-act.js';
import { LEDGER } from './matrix/ledger.js';

proveEveryAct([LEDGER]);
