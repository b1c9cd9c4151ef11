import { Module } from '@nestjs/common';
import { MonthlyThemesController } from './monthly-themes.controller.js';
import { MonthlyThemesRepository } from './monthly-themes.repository.js';
import { MonthlyThemesService } from './monthly-themes.service.js';

@Module({ controllers: [MonthlyThemesController], providers: [MonthlyThemesService, MonthlyThemesRepository] })
export class ThemesModule {}
