import { Global, Module } from '@nestjs/common';
import { RuleSetController } from './rule-set.controller.js';
import { TermsService } from './terms.service.js';

@Global()
@Module({ controllers: [RuleSetController], providers: [TermsService], exports: [TermsService] })
export class RulesModule {}
