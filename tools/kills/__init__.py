"""Kill a load at random points, again and again, and see that nothing is lost or torn."""
