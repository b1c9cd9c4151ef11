import { Module } from '@nestjs/common';
import { YearlyReviewController } from './yearly-review.controller.js';
import { YearlyReviews } from './yearly-review.service.js';

@Module({ controllers: [YearlyReviewController], providers: [YearlyReviews] })
export class ReviewModule {}
