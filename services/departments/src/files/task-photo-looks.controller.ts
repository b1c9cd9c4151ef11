import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { photoLookFilters, PhotoLookPage } from '@hsl/contracts/schemas/photo-looks';
import { PhotoLooks } from '@hsl/files/photo-looks';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';

const LookQuery = pageQuerySchema.extend(photoLookFilters);
type LookQuery = z.output<typeof LookQuery>;

const KNOWN_AS = `SELECT jsonb_build_object('number', m.number) FROM department_task m WHERE m.id = e.aggregate_id::uuid`;

/** Looks at photos of department tasks as they came, as the auditor reads them (S14). */
@ApiTags('department tasks')
@Controller('api/task-photo-looks')
export class TaskPhotoLooksController {
  constructor(
    private readonly looks: PhotoLooks,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Who looked at photos of department tasks before they were redacted, and why; newest first',
  })
  @ApiOkResponse({ standardSchema: PhotoLookPage, description: 'A page of looks' })
  list(@CurrentActor() actor: Actor, @Query({ schema: LookQuery }) query: LookQuery): Promise<PhotoLookPage> {
    this.access.authorizeMatterTrail(actor);
    return this.looks.page(actor.subdistrictId, query, KNOWN_AS);
  }
}
