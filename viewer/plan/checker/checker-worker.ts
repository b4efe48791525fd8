import { expose } from 'comlink';
import { planChecker } from './checker.ts';
import { shippedTexts } from './shipped-files.ts';

expose(planChecker(shippedTexts));
