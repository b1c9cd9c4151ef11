import { CurrentActor, type Actor } from '@hsl/access/actor';
import { CoverageReport } from '@hsl/contracts/schemas/areas';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CoverageService } from './coverage.service.js';

@ApiTags('members')
@Controller('api/coverage')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  @Get()
  @ApiOperation({ summary: 'Which communities satisfy 1+2+N, and what the others lack' })
  @ApiOkResponse({ standardSchema: CoverageReport, description: 'Every community within the caller’s reach' })
  report(@CurrentActor() actor: Actor) {
    return this.coverage.report(actor);
  }
}
