import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { photoLookFilters, PhotoLookPage } from '@hsl/contracts/schemas/photo-looks';
import { PhotoLooks } from '@hsl/files/photo-looks';
import { pageQuerySchema } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';

const LookQuery = pageQuerySchema.extend(photoLookFilters);
type LookQuery = z.output<typeof LookQuery>;

/** Looks at photos of residents’ submissions as they came, as the auditor reads them (S14). */
@ApiTags('submissions')
@Controller('api/submission-photo-looks')
export class SubmissionPhotoLooksController {
  constructor(
    private readonly looks: PhotoLooks,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Who looked at photos of residents’ submissions before they were redacted, and why; newest first',
  })
  @ApiOkResponse({ standardSchema: PhotoLookPage, description: 'A page of looks' })
  list(@CurrentActor() actor: Actor, @Query({ schema: LookQuery }) query: LookQuery): Promise<PhotoLookPage> {
    const { subdistrictId } = actor;
    const { views } = this.access.authorize(actor, 'audit.read', { subdistrictId });
    // Matters, and who looked into them, are no entries of the administration.
    if (views.includes('administrationEntries')) throw new ProblemError('roleNotAllowed');
    return this.looks.page(subdistrictId, query);
  }
}
