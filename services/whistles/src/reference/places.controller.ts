import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import { PublicCommunities } from '@hsl/contracts/schemas/public-reading';
import { Communities, Estates } from '@hsl/contracts/schemas/whistle-answers';
import { AccessService } from '@hsl/access/access.service';
import { ProblemError } from '@hsl/platform/problem.error';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** A subdistrict has a dozen communities and some hundred estates: one page is all there is. */
const ALL = 1000;

const EstateQuery = z.strictObject({ community: z.string().max(40).optional() });

/** The map of the subdistrict: its communities and their estates. */
@ApiTags('places')
@Controller('api')
export class PlacesController {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
  ) {}

  @Get('communities')
  @ApiOperation({ summary: 'Communities of the subdistrict' })
  @ApiOkResponse({ standardSchema: Communities, description: 'All of them' })
  async communities(@CurrentActor() actor: Actor) {
    this.access.authorize(actor, 'community.read', { subdistrictId: actor.subdistrictId, subdistrictWide: true });
    const items = await this.database.forTenant(actor.subdistrictId).community.findMany({
      select: { id: true, code: true, name: true, households: true, isFictional: true },
      orderBy: { code: 'asc' },
      take: ALL,
    });
    return { items };
  }

  @Public()
  @Get('communities/public')
  @ApiOperation({ summary: 'Communities a resident may choose from; without sign-in' })
  @ApiOkResponse({ standardSchema: PublicCommunities, description: 'Of every subdistrict' })
  async publicCommunities(): Promise<PublicCommunities> {
    if (this.access.scopes(undefined, 'community.read').length === 0) throw new ProblemError('notAuthenticated');
    const items = await this.database.system.community.findMany({
      select: { id: true, subdistrictId: true, name: true },
      orderBy: [{ subdistrictId: 'desc' }, { code: 'asc' }],
      take: ALL,
    });
    return { items };
  }

  @Get('estates')
  @ApiOperation({ summary: 'Estates (小区, 楼院) of the subdistrict or of one community' })
  @ApiOkResponse({ standardSchema: Estates, description: 'All of them' })
  async estates(@CurrentActor() actor: Actor, @Query({ schema: EstateQuery }) query: z.output<typeof EstateQuery>) {
    this.access.authorize(actor, 'community.read', { subdistrictId: actor.subdistrictId, subdistrictWide: true });
    const items = await this.database.forTenant(actor.subdistrictId).estate.findMany({
      where: query.community ? { communityId: query.community } : {},
      select: {
        ...{ id: true, name: true, communityId: true, households: true, managementType: true },
        ...{ elderlyPercent: true, buildings: true, manager: true },
      },
      orderBy: { id: 'asc' },
      take: ALL,
    });
    return { items };
  }
}
