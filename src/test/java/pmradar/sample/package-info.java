/// Invented postings, the same on every machine: the shipped samples and the benchmarks' data are made of them.
package pmradar.sample;
