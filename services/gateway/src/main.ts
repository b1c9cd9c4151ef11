import { startService } from '@hsl/platform/start-service';
import { AppModule } from './app.module.js';
import { addGatewayRoutes } from './gateway-routes.js';

// Nobody stands before the edge unless TRUST_PROXY says so; a forged address must not help to guess passwords.
await startService({ name: 'gateway', module: AppModule, configure: addGatewayRoutes, trustProxy: false });
