# Seconds that R's survey package takes for the index of every periode, layanan and kecamatan of a CSV of questionnaires.
# usage: Rscript precision.R forms.csv   (columns periode, layanan, kecamatan, kelurahan, b1..b9)
suppressMessages(library(survey))
d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = FALSE)
items <- paste0("b", 1:9)
for (i in items) {
  d[[paste0("r_", i)]] <- as.numeric(!is.na(d[[i]]))
  d[[paste0("y_", i)]] <- ifelse(is.na(d[[i]]), 0, d[[i]])
}
totals <- as.formula(paste("~", paste(c(paste0("y_", items), paste0("r_", items)), collapse = "+")))
index <- parse(text = paste0("25/9*(", paste(paste0("y_", items, "/r_", items), collapse = "+"), ")"))[[1]]
start <- proc.time()[["elapsed"]]
for (p in unique(d$periode)) {
  q <- d[d$periode == p, ]
  design <- svydesign(ids = ~kelurahan, strata = ~kecamatan, weights = ~1, data = q)
  for (l in unique(q$layanan)) for (k in unique(q$kecamatan)) {
    part <- subset(design, layanan == l & kecamatan == k)
    svycontrast(svytotal(totals, part), list(ikm = index))
  }
}
cat(proc.time()[["elapsed"]] - start, "\n")
