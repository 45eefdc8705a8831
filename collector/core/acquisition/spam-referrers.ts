/** Hosts that pretend to send visitors so that owners visit them. Collected by hand; whoever uses another name gets through. */
const SPAM_HOSTS: ReadonlySet<string> = new Set(
  `
  semalt.com semaltmedia.com semalt.net buttons-for-website.com buttons-for-your-website.com
  best-seo-offer.com best-seo-solution.com best-seo-software.xyz seo-platform.com seoanalyses.com
  100dollars-seo.com get-free-traffic-now.com free-traffic.xyz free-share-buttons.com free-share-buttons.top
  free-social-buttons.com free-social-buttons.xyz social-buttons.com simple-share-buttons.com
  sharebutton.net sharebutton.to floating-share-buttons.com share-buttons.xyz rank-checker.online
  darodar.com econom.co ilovevitaly.com ilovevitaly.co ilovevitaly.ru ilovevitaly.org ilovevitaly.xyz
  blackhatworth.com hulfingtonpost.com priceg.com cenoval.ru iskalko.ru savetubevideo.com
  kambasoft.com o-o-6-o-o.com o-o-8-o-o.com humanorightswatch.org cenokos.ru
  webmonetizer.net websites-reviews.com website-analyzer.info website-analytics.online
  traffic2money.com trafficmonetize.org trafficmonetizer.org traffic2cash.org traffic2cash.xyz
  success-seo.com top1-seo-service.com topseoservices.co seo-2-0.com seo-smm.kz seopub.net
  event-tracking.com erot.co eu-cookie-law-enforcement.xyz law-enforcement-bot-ff.xyz
  cookie-law-enforcement-aa.xyz cookie-law-enforcement-bb.xyz googlsucks.com google-liar.ru
  guardlink.org howtostopreferralspam.eu videos-for-your-business.com video--production.com
  e-buyeasy.com chinese-amezon.com amazon-seo-service.com 1-99seo.com 4webmasters.org 7makemoneyonline.com
  acads.net adviceforum.info aliexpresscashback.club alibestsale.com
  bestwebsiteawards.com bestwebsitesawards.com burger-imperia.com pizza-imperia.com pizza-tycoon.com
  copyrightclaims.org domination.ml dailyrank.net depositfiles-porn.ga
  fix-website-errors.com fixingblog.com flyred.net forum69.info forum20.smailik.org
  get-your-social-buttons.info getlamborghini.ga gobongo.info growth-hackingan.info
  hundejo.com itsm-kyiv.com iphone4simulator.com jjbabskoe.ru justprofit.xyz kabbalah-red-bracelets.com
  keywords-monitoring-success.com keywords-monitoring-your-success.com lumb.co luxup.ru
  make-money-online.7makemoneyonline.com makemoneyonline.com.ru monetizationking.net
  nudepatch.net offers.bycontext.com onlinetvseries.me pops.foundation
  powitania.pl qualitymarketzone.com ranksonic.info ranksonic.net ranksonic.org rapidgator-porn.ga
  rednise.com rightenergysolutions.com.au sanjosestartups.com sitevaluation.org
  sexyali.com slow-website.xyz snip.to snip.tw soaksoak.ru social-traffic-1.xyz social-widget.xyz
  superiends.org theguardlan.com tasteidea.com tocan.biz trion.od.ua uptimechecker.com
  vitaly-popov.ru vodkoved.ru vskrytiezamkov55.ru w3javascript.com wordpress-crew.net
  x5market.ru xtrafficplus.com yourserverisdown.com com-1.click site-auditor.online
  speedup-my.site speed-up-my.site sfd-chess.ru kerch.site new-apps.top newstraffic.xyz
  bottraffic.live bottraffic.xyz bottraffic143.xyz trafficbot.life trafficbot.live trafficbot4free.xyz
  `
    .trim()
    .split(/\s+/),
)

/** True for a host of the list and whatever is below one. `host` is lower case, without `www.`. */
export function isSpamReferrer(host: string): boolean {
  for (let above = host; above.includes('.'); above = above.slice(above.indexOf('.') + 1)) {
    if (SPAM_HOSTS.has(above)) return true
  }
  return false
}
