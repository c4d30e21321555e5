/// PM Radar: reads project-management postings, tags each as technical or general, and shows why.
@org.jspecify.annotations.NullMarked
package pmradar;
