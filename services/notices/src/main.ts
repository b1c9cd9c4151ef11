import { startService } from '@hsl/platform/start-service';
import { AppModule } from './app.module.js';

await startService({ name: 'notices', module: AppModule });
