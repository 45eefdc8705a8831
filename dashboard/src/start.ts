import { mount } from 'svelte'
import App from './App.svelte'
import { isEmbedded } from './lib/embedding.ts'
import { LANGUAGE } from './lib/language.ts'
import { theme, toTheme } from './lib/theme.svelte.ts'

theme.follow()
if (isEmbedded()) theme.choose(toTheme(location.search))
document.documentElement.lang = LANGUAGE
const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element with the id "app"')
mount(App, { target })
